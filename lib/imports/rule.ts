/** What an import holds, in the order in which a business moves in: each kind refers to those before it. */
export const importKinds = [
  ...(['clients', 'people', 'projects', 'phases'] as const),
  ...(['hours', 'invoices', 'payments', 'openings'] as const),
] as const;
export type ImportKind = (typeof importKinds)[number];

/** The way of an import. The three in the middle of work are the worker's turn; all others are the admin's. */
export const importStatuses = [
  ...(['mapping', 'checking', 'checked', 'importing'] as const),
  ...(['done', 'undoing', 'undone'] as const),
] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** Whether the worker has it in hand, so that its page follows the work. */
export const isAtWork = (status: ImportStatus): boolean =>
  status === 'checking' || status === 'importing' || status === 'undoing';

/** The step at which an import is again where a step of the worker wrote nothing. */
export const stepBefore: Partial<Record<ImportStatus, ImportStatus>> = {
  ...{ checking: 'mapping', importing: 'checked', undoing: 'done' },
};

/** Minutes after which a step that the worker has not ended can be asked for again: its admin may have lost the access meanwhile. */
const stuckMinutes = 15;

/** Whether the worker has not ended a step within reason; `askedAt` is null where nothing is asked for. */
export function isStuck(status: ImportStatus, askedAt: Date | null): boolean {
  return isAtWork(status) && askedAt !== null && Date.now() - askedAt.getTime() > stuckMinutes * 60_000;
}

/** Rows that are planned at a time, and that are written at a time, each with a few statements. */
export const batchSize = 1000;
export const writtenAtOnce = 2500;

/** The problems that a page shows; the file of problems has all. */
export const mostShownProblems = 200;

/** Days after which an import that wrote nothing is forgotten, with its file: forget_imports() in the database. */
export const keptDays = 7;
