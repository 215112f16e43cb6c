import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { env } from '@/lib/env';
import { AppError, type FieldMessage } from '@/lib/errors';
import { jobProcesses } from '@/lib/storage/processes';
import { mostColumns, mostRows } from '@/lib/tables/limits';
import type { SourceLine, TableAnswer, TableHead, TableJob, Writing } from '@/lib/tables/table-job';
import { type Lane, waitingLine } from '@/lib/waiting-line';

const limits = { mostRows, mostColumns, mostCpuMilliseconds: 30_000, mostBytes: 1024 * 1024 * 1024 };

const runInProcess = jobProcesses<TableJob, TableAnswer>({
  script: 'lib/tables/table-process.mjs',
  options: ['--max-old-space-size=768'],
  killed: { kind: 'refused', message: { key: 'tableCost' } },
  mostMilliseconds: 180_000,
  idleMilliseconds: 30_000,
});

/** One table is read at a time, since each takes a processor and hundreds of megabytes. The others wait, tenant by tenant. */
const inTurn = waitingLine({ atOnce: 1, mostWaiting: 20, busy: 'busyTables', retryAfterSeconds: 10 });

/** A file on this machine, and how the admin wants it read. */
export type Source = { path: string; contentType: string; wanted?: Partial<Writing> };

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The head of a table, or the reason why it cannot be read. Throws UNAVAILABLE where too many wait. */
export function readHead(source: Source, lane: Lane): Promise<TableHead | { refused: FieldMessage }> {
  return run(source, lane, null);
}

/**
 * The head of a table and its rows, one after the other, as their reader asks for them. `work` may not keep the rows. Throws as
 * readHead.
 */
export async function withRows<T>(
  source: Source,
  lane: Lane,
  work: (head: TableHead, rows: AsyncIterable<SourceLine>) => Promise<T>,
): Promise<T | { refused: FieldMessage }> {
  const folder = env().storage.spoolFolder;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const out = join(folder, randomUUID());
  try {
    const head = await run(source, lane, out);
    return 'refused' in head ? head : await work(head, linesOf(out));
  } finally {
    await rm(out, { force: true }).catch(() => undefined);
  }
}

async function run({ path, contentType, wanted = {} }: Source, lane: Lane, out: string | null) {
  const job = { path, isWorkbook: contentType === workbook, wanted, out, ...limits };
  const answer = await inTurn(lane, () => runInProcess(job));
  if (answer.kind === 'failed') throw new AppError('UNAVAILABLE', { cause: new Error(answer.error) });
  if (answer.kind === 'refused') return { refused: answer.message };
  const { kind: _kind, ...head } = answer;
  return head;
}

async function* linesOf(path: string): AsyncGenerator<SourceLine, void, undefined> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  // Written by the process of this portal.
  for await (const line of lines) yield JSON.parse(line) as SourceLine;
}
