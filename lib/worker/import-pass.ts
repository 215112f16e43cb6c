import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { AdminActor } from '@/lib/authz/actor';
import { laneOf } from '@/lib/authz/lane';
import { read } from '@/lib/authz/scope';
import { today } from '@/lib/dates';
import { conflict } from '@/lib/errors';
import { newPass, type Pass, type Planned, type SourceRow } from '@/lib/imports/records/rule';
import { kinds, type Shown } from '@/lib/imports/work/commands';
import type { Work } from '@/lib/imports/work/queries';
import { openLetterCheck } from '@/lib/pdf/letter-check';
import { spoolMade } from '@/lib/storage/spool';
import { store } from '@/lib/storage/store';
import { withRows } from '@/lib/tables/read-table';
import type { TableHead } from '@/lib/tables/table-job';
import { fieldReader, unitsOf } from '@/lib/worker/import-rows';

/** What is planned of some rows, what is wrong in them, and how many rows were read by then. */
export type Take = (planned: Planned[], problems: Shown[], rows: number) => Promise<void>;

/**
 * Reads the file and plans it batch by batch. Returns the head of the file where its columns are not those that were mapped. Throws
 * CONFLICT for a file that can no longer be read.
 */
export async function passOver(
  work: Work,
  actor: AdminActor,
  take: Take,
): Promise<{ head: TableHead } | { done: true }> {
  const { file, kind, mapping, writing, header } = work;
  if (!file) throw conflict('importFileGone');
  const pass = newPass(
    actor,
    today(actor.tenant.timeZone),
    mapping.flatMap((name) => name ?? []),
  );
  // Invoices are refused letters that no font holds.
  if (kind === 'invoices') await openLetterCheck();
  const bytes = await store().get(file.storageKey);
  // The stream of the web and that of Node have one shape under two types.
  const spooled = await spoolMade(Readable.fromWeb(bytes as WebStream), {
    fileName: work.fileName,
    contentType: file.contentType,
  });
  try {
    const { encoding, separator, decimal, dateOrder } = writing;
    const wanted = separator === null ? { decimal, dateOrder } : { encoding, separator, decimal, dateOrder };
    const outcome = await withRows(
      { path: spooled.path, contentType: file.contentType, wanted },
      laneOf(actor),
      async (head, lines) => {
        if (JSON.stringify(head.header) !== JSON.stringify(header)) return { head };
        const readRow = fieldReader(kind, mapping, writing);
        for await (const { units, problems, rows } of unitsOf(kind, lines, readRow))
          await planBatch(units, problems, rows, pass, work, take);
        return { done: true as const };
      },
    );
    if ('refused' in outcome) throw conflict('importUnreadable');
    return outcome;
  } finally {
    await spooled.discard();
  }
}

async function planBatch(
  units: SourceRow[][],
  unreadable: Shown[],
  rows: number,
  pass: Pass,
  { kind }: Work,
  take: Take,
): Promise<void> {
  const plan = await read(pass.actor, (db) => kinds[kind].plan(db, units, pass));
  const rowAt = new Map(units.flat().map((row) => [row.line, row]));
  const valued = plan.problems.map((problem): Shown => {
    const { values = {}, written = {} } = rowAt.get(problem.line) ?? {};
    const value = problem.field === null ? null : (written[problem.field] ?? values[problem.field]);
    return { ...problem, value: value === null || value === undefined ? null : String(value) };
  });
  const place = ({ line, field }: Shown) => `${line} ${field}`;
  const known = new Set(unreadable.map(place));
  const broken = new Set(unreadable.map(({ line }) => line));
  const planned = plan.planned.filter(({ line }) => !broken.has(line));
  await take(planned, [...unreadable, ...valued.filter((problem) => !known.has(place(problem)))], rows);
}
