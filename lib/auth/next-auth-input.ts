import type { NextRequest } from 'next/server';
import { isSecure } from '@/lib/auth/session-cookie';
import { env } from '@/lib/env';
import { AppError, invalid } from '@/lib/errors';

/** Refuses input for which next-auth would answer 500 and log an error. Throws VALIDATION. */
export async function refuseUnreadable(request: NextRequest): Promise<void> {
  const { searchParams } = request.nextUrl;
  if (!/^\w*$/.test(searchParams.get('error') ?? '')) throw invalid({ error: 'invalid' });
  const cookie = `${isSecure() ? '__Secure-' : ''}next-auth.callback-url`;
  const callbacks = [...searchParams.getAll('callbackUrl'), request.cookies.get(cookie)?.value ?? ''];
  if (!callbacks.every(isAddress)) throw invalid({ callbackUrl: 'url' });
  if (request.headers.get('content-type')?.includes('application/json')) await refuseMalformedJson(request);
}

/** The rule of next-auth: an absolute web address, or a path. */
function isAddress(text: string): boolean {
  const base = text.startsWith('/') ? env().url : undefined;
  return text === '' || (URL.canParse(text, base) && /^https?:$/.test(new URL(text, base).protocol));
}

async function refuseMalformedJson(request: NextRequest): Promise<void> {
  try {
    JSON.parse(await request.clone().text());
  } catch {
    throw new AppError('VALIDATION', { reason: { key: 'malformedJson' } });
  }
}
