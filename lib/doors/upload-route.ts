import { createHash } from 'node:crypto';
import type { NextRequest } from 'next/server';
import { createTranslator } from 'next-intl';
import type { z } from 'zod';
import type { Guard } from '@/lib/authz/guards';
import type { TeamWho } from '@/lib/authz/who';
import { formInput } from '@/lib/doors/form-values';
import { camelCase, renameKeys, snakeCase } from '@/lib/doors/keys';
import { readMultipart } from '@/lib/doors/multipart';
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
import { catalogues } from '@/lib/i18n/catalogues';
import { directionOf, type Locale } from '@/lib/i18n/locales';
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
    guarded(guard, request, async (who) => {
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
    return inWords(
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

/**
 * A problem for a person, whose browser would otherwise show JSON: a page that says at which field what is wrong and leads
 * back to the form. Names and messages may hold what a stranger wrote, so all is escaped and nothing of it can run.
 */
async function inWords(problem: Response, request: NextRequest, locale: Locale): Promise<Response> {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'documents.upload' });
  const { title, detail, errors = {} } = await problem.json();
  const nameOf = (field: string) => (isNamed(field) ? t(`field.${field}`) : field);
  const wrong = Object.entries<string[]>(errors).flatMap(([field, messages]) =>
    messages.map((message) => `<li><b>${escaped(nameOf(field))}:</b> ${escaped(message)}</li>`),
  );
  const form = whereItStands(request);
  const headers = new Headers(problem.headers);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Security-Policy', pagePolicy);
  headers.set('X-Content-Type-Options', 'nosniff');
  const page = [
    `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title><style>${pageStyle}</style></head>`,
    `<body><main><h1>${escaped(title)}</h1><p>${escaped(detail)}</p>`,
    wrong.length > 0 ? `<ul>${wrong.join('')}</ul>` : '',
    form ? `<p><a href="${escaped(form)}">${escaped(t('back'))}</a></p>` : '',
    '</main></body></html>',
  ];
  return new Response(page.join(''), { status: problem.status, headers });
}

const pageStyle =
  ':root{color-scheme:light dark}body{font:1.0625rem/1.6 system-ui,sans-serif;margin:0}main{max-width:36rem;margin:12vh auto;padding:0 1.25rem;overflow-wrap:anywhere}';
const styleHash = createHash('sha256').update(pageStyle).digest('base64');
const pagePolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The fields of the forms that send files, which have a name for people. */
const named = ['project_id', 'document_type_id', 'title', 'file', 'photo', 'logo', 'phase_id', 'caption'] as const;

function isNamed(field: string): field is (typeof named)[number] {
  return (named as readonly string[]).includes(field);
}

/** The path of the page that sent the form, where it is one of ours. A path of two slashes would be another host. */
function whereItStands({ headers, nextUrl }: NextRequest): string | null {
  const from = headers.get('referer') ?? '';
  if (!URL.canParse(from)) return null;
  const { protocol, host, pathname, search } = new URL(from);
  const isOurs = /^https?:$/.test(protocol) && host === (headers.get('host') ?? nextUrl.host);
  return isOurs && /^\/(?!\/)/.test(pathname) ? pathname + search : null;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: unknown): string {
  return String(text).replace(/[&<>"']/g, (letter) => entities[letter] ?? '');
}
