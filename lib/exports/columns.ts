import type { Prisma } from '@/lib/db/generated/client';
import { exportReasons } from '@/lib/exports/rule';
import type { ClientExport, TeamExport } from '@/lib/exports/schemas';

export const exportColumns = {
  ...{ id: true, state: true, reason: true, doneFiles: true, totalFiles: true, fileName: true, byteSize: true },
  ...{ sha256: true, createdAt: true, readyAt: true, expiresAt: true },
} satisfies Prisma.ClientExportSelect;

export const teamExportColumns = {
  ...exportColumns,
  ...{ clientId: true, userId: true, askedById: true, askedByName: true, downloadedAt: true },
  user: { select: { name: true } },
} satisfies Prisma.ClientExportSelect;

type Row = Prisma.ClientExportGetPayload<{ select: typeof exportColumns }>;
type TeamRow = Prisma.ClientExportGetPayload<{ select: typeof teamExportColumns }>;

/** A row of `exportColumns`. One whose time is over is told as expired, also before the worker has removed its file. */
export function toExport(row: Row, now = new Date()): ClientExport {
  const { id, doneFiles, totalFiles, fileName, byteSize, sha256, createdAt, readyAt, expiresAt } = row;
  return {
    ...{ id, doneFiles, totalFiles, fileName },
    state: row.state === 'ready' && expiresAt !== null && expiresAt <= now ? 'expired' : row.state,
    reason: exportReasons.find((known) => known === row.reason) ?? null,
    byteSize: byteSize === null ? null : Number(byteSize),
    sha256: sha256 && Buffer.from(sha256).toString('hex'),
    createdAt: createdAt.toISOString(),
    readyAt: readyAt?.toISOString() ?? null,
    expiresAt: (readyAt && expiresAt?.toISOString()) ?? null,
  };
}

/** A row of `teamExportColumns`. */
export function toTeamExport(row: TeamRow, now = new Date()): TeamExport {
  const { clientId, userId, askedById, askedByName, downloadedAt, user } = row;
  return {
    ...toExport(row, now),
    ...{ clientId, userId, askedById, askedByName },
    userName: user?.name ?? null,
    downloadedAt: downloadedAt?.toISOString() ?? null,
  };
}
