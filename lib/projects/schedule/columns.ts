import { fromColumn } from '@/lib/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { type DateChange, dateChange } from '@/lib/projects/schedule/schemas';

/** All are granted to clients. */
export const dateChangeColumns = {
  id: true,
  phaseId: true,
  phaseName: true,
  kind: true,
  fromStartOn: true,
  fromEndOn: true,
  toStartOn: true,
  toEndOn: true,
  reason: true,
  note: true,
  changedByName: true,
  createdAt: true,
} satisfies Prisma.PhaseDateChangeSelect;

type Row = Prisma.PhaseDateChangeGetPayload<{ select: typeof dateChangeColumns }>;

/** The checks of the database hold kind and reason to the lists of the schema. */
export function toDateChange({ kind, reason, createdAt, ...row }: Row): DateChange {
  const { shape } = dateChange;
  return {
    ...row,
    kind: shape.kind.parse(kind),
    reason: shape.reason.parse(reason),
    fromStartOn: fromColumn(row.fromStartOn),
    fromEndOn: fromColumn(row.fromEndOn),
    toStartOn: fromColumn(row.toStartOn),
    toEndOn: fromColumn(row.toEndOn),
    createdAt: createdAt.toISOString(),
  };
}
