import type { NextRequest } from 'next/server';
import { createTranslator } from 'next-intl';
import type { z } from 'zod';
import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import type { Guard } from '@/lib/authz/guards';
import { envelopeOf } from '@/lib/doors/envelope';
import type { Context, RouteHandler } from '@/lib/doors/facts';
import { requireOwner } from '@/lib/doors/owner';
import { addressOf, answered, guarded, parseRequest, repeated, uncached } from '@/lib/doors/route';
import { invalid, orNotFound } from '@/lib/errors';
import { formInput } from '@/lib/forms/form-values';
import { ownerField } from '@/lib/forms/marks';
import { camelCase, renameKeys, snakeCase } from '@/lib/http/keys';
import { readMultipart } from '@/lib/http/multipart';
import { problemPage } from '@/lib/http/problem-page';
import { refuseParams, refuseQuery, requireUnique } from '@/lib/http/request-input';
import { hostOf, refuseForeignOrigin } from '@/lib/http/same-origin';
import { catalogues } from '@/lib/i18n/catalogues';
import { directionOf, type Locale } from '@/lib/i18n/locales';
import { negotiateLocale } from '@/lib/i18n/negotiate';
import { idempotencyKeyOf } from '@/lib/idempotency/key';
import { answerOnce } from '@/lib/idempotency/once';
import { type Keep, keepFiles } from '@/lib/storage/keep';
import type { UploadKind } from '@/lib/storage/kinds';
import { admitUpload } from '@/lib/storage/room';
import { type SpooledFile, spoolUpload } from '@/lib/storage/spool';

type Uploader = TeamActor | ClientActor;

type UploadDoor<W extends Uploader, I extends z.ZodObject, O extends z.ZodType, K> = {
  /** One sentence for the API's documentation. */
  summary: string;
  guard: Guard<W>;
  kind: UploadKind;
  /** The field that holds the files, in camelCase as in messages. */
  fileField: string;
  /** The maximum number of files in one request; 1 by default. */
  most?: number;
  /** The parts of the address and the other fields, in camelCase. */
  input: I;
  output: O;
  status?: 200 | 201;
  /** Receives the checked files in the spool and stores them by `keep`, which does so once per idempotency key. */
  run: (files: [SpooledFile, ...SpooledFile[]], input: z.output<I>, actor: W, keep: Keep<K>) => Promise<K>;
  /** What to do where no file was sent; without it a file is required. */
  runWithout?: (input: z.output<I>, actor: W, keep: Keep<K>) => Promise<K>;
  /** The answer about what was kept. */
  answer: (kept: K) => z.input<O>;
  /** The path after success (303) for a form that a browser sends without a script; programs get the output. */
  redirectTo?: (answer: z.input<O>, input: z.output<I>) => string;
};

/** The door for files: guard, origin, multipart body streamed to disk and checked, input, `run`, answer. */
export function defineUploadRoute<W extends Uploader, I extends z.ZodObject, O extends z.ZodType, K>(
  door: UploadDoor<W, I, O, K>,
): RouteHandler {
  const { summary, guard, kind, fileField, most = 1, input: schema, output, status = 201, redirectTo } = door;
  const part = snakeCase(fileField);
  const bodyOf = (kept: K) => renameKeys(output.parse(door.answer(kept)), snakeCase);
  const receive = (request: NextRequest, context: Context, known: (actor: W) => void) =>
    guarded(guard, request, context, async (actor) => {
      known(actor);
      refuseForeignOrigin({ headers: request.headers, host: hostOf(request) });
      refuseQuery(request);
      const params = (await context.params) ?? {};
      const key = idempotencyKeyOf(request.headers, actor.userId);
      const admitted = await admitUpload(actor, lengthOf(request), !door.runWithout);
      const { count } = admitted;
      const received: SpooledFile[] = [];
      try {
        const { fields, files } = await readMultipart(request, {
          part,
          field: fileField,
          most,
          receive: (bytes, sent) => spoolUpload(bytes, { ...sent, kind, field: fileField, count }),
        });
        received.push(...files);
        // Programs send no mark; every form of the portal does.
        const mark = fields.find(([name]) => name === ownerField)?.[1];
        if (mark !== undefined) requireOwner(mark, actor);
        const own = fields.filter(([name]) => name !== ownerField);
        const raw = typedFields(schema, requireUnique(withoutHidden(own)));
        refuseParams(Object.keys(raw), params);
        const input = parseRequest(schema, { ...raw, ...params }, params);
        const [first, ...others] = files;
        if (!first && !door.runWithout) throw invalid({ [fileField]: 'required' });
        const sent = files.map(({ fileName, sha256 }) => [fileName, Buffer.from(sha256).toString('hex')]);
        const done = await answerOnce(actor, key, [addressOf(request), raw, params, sent], (once) => {
          const keep: Keep<K> = (kept, work) =>
            keepFiles(actor, kept, (db, ids) => once(db, () => work(db, ids), bodyOf), kind);
          if (first) return door.run([first, ...others], input, actor, keep);
          return orNotFound(door.runWithout)(input, actor, keep);
        });
        if (done.repeated) return answered(done.answer, status, repeated);
        if (redirectTo && isPlainForm(request)) return leadTo(redirectTo(door.answer(done.result), input));
        return answered(bodyOf(done.result), status);
      } finally {
        await Promise.all(received.map((file) => file.discard()));
        admitted.leave();
      }
    });
  const handle = async (request: NextRequest, context: Context) => {
    let person: string | null = null;
    const answer = await receive(request, context, ({ locale }) => {
      person = locale;
    });
    if (answer.status < 400 || !isPlainForm(request)) return answer;
    const locale = negotiateLocale({ person, acceptLanguage: request.headers.get('accept-language') });
    return problemPage(answer, request, pageTexts(locale));
  };
  const takesFiles = { field: part, kind, most };
  const envelope = envelopeOf(output, status);
  return Object.assign(handle, {
    door: {
      kind: 'upload' as const,
      summary,
      guard: guard.facts,
      input: schema,
      output,
      envelope,
      status,
      takesKey: true,
      takesFiles,
    },
  });
}

/** The announced length of the body in bytes; null where there is none. */
function lengthOf({ headers }: NextRequest): number | null {
  const length = headers.get('content-length');
  return length !== null && /^\d+$/.test(length) ? Number(length) : null;
}

/** The fields without the hidden "false" before a checkbox of the same name, which a plain form sends beside its "true". */
function withoutHidden(fields: [string, string][]): [string, string][] {
  const isHidden = ([name, value]: [string, string], at: number) =>
    value === 'false' && fields.slice(at + 1).some(([other, text]) => other === name && text === 'true');
  return fields.filter((field, at) => !isHidden(field, at));
}

/** Converts the form's texts to the types of the schema, as for an action. Names are snake_case, as in the API. */
function typedFields(schema: z.ZodObject, fields: [string, string][]): Record<string, unknown> {
  const data = new FormData();
  for (const [name, value] of fields) data.append(camelCase(name), value);
  return formInput(schema, data);
}

/** Whether a browser sent the form by navigation: scripts and programs do not ask for HTML. */
function isPlainForm({ headers }: NextRequest): boolean {
  return (headers.get('accept') ?? '').includes('text/html');
}

/** Redirects to a path, without a host: the browser knows which host it asked. */
function leadTo(path: string): Response {
  return new Response(null, { status: 303, headers: { ...uncached, Location: path } });
}

function pageTexts(locale: Locale) {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'documents.upload' });
  const nameOf = (field: string) => (isNamed(field) ? t(`field.${field}`) : field);
  return { lang: locale, dir: directionOf(locale), back: t('back'), nameOf };
}

/** The fields of the forms that send files, each with a name for people in the catalogue. */
const named = [
  'project_id',
  'document_type_id',
  'title',
  'file',
  'photo',
  'logo',
  'phase_id',
  'caption',
  'remove_metadata',
  'paid_on',
  'note',
  'proof',
  'body',
  'attachments',
  'kind',
] as const;

function isNamed(field: string): field is (typeof named)[number] {
  return (named as readonly string[]).includes(field);
}
