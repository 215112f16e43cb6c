import type { Prisma } from '@/lib/db/generated/client';
import { isSection, stateOf } from '@/lib/guests/rule';
import type { GuestPass } from '@/lib/guests/schemas';

/** The columns of a pass, without its secrets, which no reader but the identification may read. */
export const passColumns = {
  ...{ id: true, label: true, sections: true, hasPassword: true, createdAt: true, expiresAt: true, revokedAt: true },
  projects: { select: { project: { select: { id: true, name: true } } }, orderBy: { projectId: 'asc' } },
} satisfies Prisma.GuestPassSelect;

type PassRow = Prisma.GuestPassGetPayload<{ select: typeof passColumns }>;

export function toPass({ projects, sections, createdAt, expiresAt, revokedAt, ...row }: PassRow): GuestPass {
  return {
    ...row,
    sections: sections.filter(isSection),
    projects: projects.map(({ project }) => project),
    state: stateOf({ expiresAt, revokedAt }),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
