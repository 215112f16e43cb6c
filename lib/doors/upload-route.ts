import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import type { Guard } from '@/lib/authz/guards';
import type { TeamWho } from '@/lib/authz/who';
import { formInput } from '@/lib/doors/form-values';
import { camelCase, renameKeys, snakeCase } from '@/lib/doors/keys';
import { readMultipart } from '@/lib/doors/multipart';
import { problemPage } from '@/lib/doors/problem-page';
import { refuseParams, refuseQuery, saidOnce } from '@/lib/doors/request-input';
import {
  type Context,
  guarded,
  parseRequest,
  type RouteHandler,
  refuseForeignOrigin,
  uncached,
} from '@/lib/doors/route';
import { invalid } from '@/lib/errors';
import { negotiateLocale } from '@/lib/i18n/negotiate';
import type { UploadKind } from '@/lib/storage/kinds';
import type { SpooledFile } from '@/lib/storage/spool';

type UploadDoor<W extends TeamWho, I extends z.ZodObject, O extends z.ZodType> = {
  /** One sentence for the API's documentation. */
  summary: string;
  who: Guard<W>;
  kind: UploadKind;
  /** The field that brings the files, in camelCase as messages name it. */
  fileField: string;
  /** How many files one request may bring; one unless said otherwise. */
  most?: number;
  /** The parts of the address and the other fields, in camelCase. */
  input: I;
  output: O;
  status?: 200 | 201;
  /** The files are checked and lie on this machine; `keepFiles` keeps them. What it does not keep is discarded afterwards. */
  run: (files: [SpooledFile, ...SpooledFile[]], input: z.output<I>, who: W) => Promise<z.input<O>>;
  /** Where a form that a browser sends without a script leads to after success (303); programs get the output. */
  redirectTo?: (answer: z.input<O>, input: z.output<I>) => string;
};

/** The door for files: guard, origin, multipart body streamed to disk and checked, input, the deed, answer. */
export function defineUploadRoute<W extends TeamWho, I extends z.ZodObject, O extends z.ZodType>(
  door: UploadDoor<W, I, O>,
): RouteHandler {
  const { summary, who: guard, kind, fileField, most = 1, input: schema, output, status = 201, redirectTo } = door;
  const part = snakeCase(fileField);
  const receive = (request: NextRequest, context: Context, known: (who: W) => void) =>
    guarded(guard, request, context, async (who) => {
      known(who);
      refuseForeignOrigin(request);
      refuseQuery(request);
      const params = (await context.params) ?? {};
      const { fields, files } = await readMultipart(request, { kind, part, field: fileField, most });
      try {
        const said = spokenFields(schema, saidOnce(fields));
        refuseParams(Object.keys(said), params);
        const input = parseRequest(schema, { ...said, ...params }, params);
        const [first, ...others] = files;
        if (!first) throw invalid({ [fileField]: 'required' });
        const answer = await door.run([first, ...others], input, who);
        if (redirectTo && isPlainForm(request)) return leadTo(redirectTo(answer, input));
        return Response.json(renameKeys(output.parse(answer), snakeCase), { status, headers: uncached });
      } finally {
        await Promise.all(files.map((file) => file.discard()));
      }
    });
  const handle = async (request: NextRequest, context: Context) => {
    let person: string | null = null;
    const answer = await receive(request, context, ({ locale }) => {
      person = locale;
    });
    if (answer.status < 400 || !isPlainForm(request)) return answer;
    return problemPage(
      answer,
      request,
      negotiateLocale({ person, acceptLanguage: request.headers.get('accept-language') }),
    );
  };
  const takesFiles = { field: part, kind, most };
  return Object.assign(handle, { door: { summary, input: schema, output, status, reads: false, takesFiles } });
}

/** Form fields are texts; they become what the schema wants, as those of an action do. Names are snake_case, as in the API. */
function spokenFields(schema: z.ZodObject, fields: [string, string][]): Record<string, unknown> {
  const data = new FormData();
  for (const [name, value] of fields) data.append(camelCase(name), value);
  return formInput(schema, data);
}

/** Only a browser that goes to the answer asks for HTML; scripts and programs do not. */
function isPlainForm({ headers }: NextRequest): boolean {
  return (headers.get('accept') ?? '').includes('text/html');
}

/** A path, not an address: the browser knows which host it asked. */
function leadTo(path: string): Response {
  return new Response(null, { status: 303, headers: { ...uncached, Location: path } });
}
