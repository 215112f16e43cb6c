import type { Prisma } from '@/lib/db/generated/client';
import type { Photo, TeamPhoto, Variant } from '@/lib/gallery/schemas';
import { paths } from '@/lib/paths';

// Columns that the queries select, and the answers made of their rows.

const variantColumns = {
  select: { variant: true, width: true, height: true },
  orderBy: { variant: 'asc' },
} satisfies Prisma.Photo$variantsArgs;

export const photoColumns = {
  ...{ id: true, projectId: true, phaseId: true, caption: true, takenAt: true, sharedAt: true, createdAt: true },
  ...{ width: true, height: true, placeholder: true },
  variants: variantColumns,
  project: { select: { name: true } },
  phase: { select: { name: true, position: true } },
} satisfies Prisma.PhotoSelect;

export const teamColumns = {
  ...{ visibility: true, clientId: true, updatedAt: true },
  project: { select: { name: true, client: { select: { name: true } } } },
} satisfies Prisma.PhotoSelect;

type VariantRow = Prisma.PhotoVariantGetPayload<typeof variantColumns>;
type PhotoRow = Prisma.PhotoGetPayload<{ select: typeof photoColumns }>;
type TeamRow = Prisma.PhotoGetPayload<{ select: typeof photoColumns & typeof teamColumns }>;

/** The renditions with their addresses; `address` makes those of the reader's area. */
export function toVariants(rows: VariantRow[], address: (variant: string) => string): Photo['variants'] {
  // The column is text; uploads write the variants of lib/gallery/schemas.ts only.
  return rows.map((row) => ({ ...row, variant: row.variant as Variant, url: address(row.variant) }));
}

export function toPhoto(row: PhotoRow, area: 'client' | 'admin' = 'client'): Photo {
  const { id, projectId, phaseId, caption, width, height, placeholder, sharedAt, createdAt } = row;
  return {
    ...{ id, projectId, phaseId, caption, width, height, placeholder },
    projectName: row.project.name,
    phaseName: row.phase?.name ?? null,
    takenAt: (row.takenAt ?? createdAt).toISOString(),
    variants: toVariants(row.variants, (variant) => paths.files.photo(area, id, variant)),
    sharedAt: sharedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

export function toTeamPhoto(row: TeamRow): TeamPhoto {
  const { visibility, clientId, updatedAt, project } = row;
  return {
    ...toPhoto(row, 'admin'),
    ...{ visibility, clientId },
    clientName: project.client.name,
    updatedAt: updatedAt.toISOString(),
  };
}
