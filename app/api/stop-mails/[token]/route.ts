import { stopMails } from '@/lib/auth/unsubscribe';
import { env } from '@/lib/env';
import { notFound } from '@/lib/errors';
import { originOf } from '@/lib/http/origin';
import { problem } from '@/lib/http/problem';
import { paths } from '@/lib/paths';

type Context = { params: Promise<{ token: string }> };

/** The one click of a mail program (RFC 8058): the secret in the address proves the person, so any site may cause it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const stopped = await stopMails((await params).token, originOf(request.headers));
  return stopped ? new Response(null, { status: 204 }) : problem(notFound(), request.headers, null);
}

/** A person who opens the address in a browser is asked first. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return Response.redirect(new URL(paths.stopMails((await params).token), env().url), 303);
}
