import { createTranslator } from 'next-intl';
import { stream } from '@/lib/auth/stream';
import type { OnBehalfActor } from '@/lib/authz/actor';
import { read } from '@/lib/authz/scope';
import { type CsvColumn, csvHead, csvRow } from '@/lib/csv/csv';
import type { ReadDb } from '@/lib/db/handles';
import { AppError } from '@/lib/errors';
import type { Archive } from '@/lib/exports/pack/archive';
import { uniquePaths } from '@/lib/exports/pack/paths';
import { catalogues } from '@/lib/i18n/catalogues';
import { fallbackLocale, type Locale, settled } from '@/lib/i18n/locales';
import { log } from '@/lib/log';
import type { Page, PageQuery } from '@/lib/paging';
import type { ServedFile } from '@/lib/storage/columns';
import { store } from '@/lib/storage/store';

/** What each part of an archive is made with. */
export type Pack = {
  /** The person with whose eyes everything is read. */
  actor: OnBehalfActor;
  locale: Locale;
  archive: Archive;
  /** A path that no other file of the archive has. */
  pathOf: ReturnType<typeof uniquePaths>;
  /** Tells that one more file is in the archive. Throws where the job is another worker's by now. */
  told: () => Promise<void>;
};

export function packOf(actor: OnBehalfActor, archive: Archive, told: () => Promise<void>): Pack {
  const locale = settled(actor.locale, actor.tenant.locale) ?? fallbackLocale;
  return { actor, locale, archive, told, pathOf: uniquePaths() };
}

export function packTexts(locale: Locale) {
  return createTranslator({ locale, messages: catalogues[locale], namespace: 'exports.pack' });
}

/** Rows per page: each page asks again whether the person still has access, so a page is read in seconds. */
const size = 50;

/** All rows of a list, page by page through the wall. Throws FORBIDDEN and UNAUTHENTICATED once the person has lost their access. */
export async function* rowsOf<Row>(
  { actor }: Pick<Pack, 'actor'>,
  list: (db: ReadDb, query: PageQuery) => Promise<Page<Row>>,
): AsyncGenerator<Row, void, undefined> {
  const rows = stream(actor, {
    page: async (db, after: string | null, limit) => {
      if (after === '') return [];
      const { data, nextCursor } = await list(db, { limit, ...(after ? { cursor: after } : {}) });
      return data.map((row) => ({ row, next: nextCursor ?? '' }));
    },
    keyOf: ({ next }) => next,
    size,
  });
  for await (const { row } of rows) yield row;
}

/** What a query finds; null for a record that is no longer there for the person: it was withdrawn since its list was read. */
export async function lookAt<T>({ actor }: Pick<Pack, 'actor'>, find: (db: ReadDb) => Promise<T>): Promise<T | null> {
  try {
    return await read(actor, find);
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}

/** Puts a stored file into a folder of the archive. Returns its path; null where the person does not see it any more. */
export async function addFile(
  pack: Pack,
  folders: readonly string[],
  find: (db: ReadDb) => Promise<ServedFile>,
  nameOf: (file: ServedFile) => string = ({ fileName }) => fileName,
): Promise<string | null> {
  const file = await lookAt(pack, find);
  if (file?.status !== 'stored') return null;
  const bytes = await bytesOf(file);
  if (!bytes) return null;
  const path = pack.pathOf(folders, nameOf(file));
  await pack.archive.add(path, bytes);
  await pack.told();
  return path;
}

/** The bytes of a file; null, with a line in the log, where the storage has lost them: one file is not to cost all others. */
export async function bytesOf({ storageKey }: { storageKey: string }): Promise<ReadableStream<Uint8Array> | null> {
  try {
    return await store().get(storageKey);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'NOT_FOUND') throw error;
    log().error({ err: error }, 'export: a file is not in the storage and was left out');
    return null;
  }
}

/** Rows as a CSV file in the folder of the tables, each also given to `each`. Returns the path; null without a row. */
export async function addTable<Row extends object>(
  pack: Pack,
  name: string,
  columns: readonly CsvColumn<Row>[],
  rows: AsyncIterable<Row>,
  each: (row: Row) => void = () => undefined,
): Promise<string | null> {
  const source = rows[Symbol.asyncIterator]();
  let next = await source.next();
  if (next.done) return null;
  const path = pack.pathOf([packTexts(pack.locale)('folder.tables')], `${name}.csv`);
  const lines = async function* () {
    yield Buffer.from(csvHead(columns));
    for (; !next.done; next = await source.next()) {
      each(next.value);
      yield Buffer.from(csvRow(columns, next.value));
    }
  };
  await pack.archive.add(path, lines(), true);
  return path;
}
