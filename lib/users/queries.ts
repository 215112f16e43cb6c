import { isClientPortalUser, portalRefusal } from '@/lib/authz/portal-access';
import type { Prisma } from '@/lib/db/generated/client';
import type { ReadDb } from '@/lib/db/handles';
import { finding, isFound } from '@/lib/db/search';
import { orNotFound } from '@/lib/errors';
import type { Page } from '@/lib/paging';
import { type UserDetail, type UserFilter, userOrder, userType } from '@/lib/users/schemas';

const columns = {
  id: true,
  userType: true,
  name: true,
  email: true,
  phone: true,
  locale: true,
  isActive: true,
  clientPortalEnabled: true,
  clientId: true,
  client: { select: { id: true, name: true, isActive: true } },
  lastSignInAt: true,
  mailRefusedAt: true,
  mailRefusal: true,
  erasedAt: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.UserSelect;

type Row = Prisma.UserGetPayload<{ select: typeof columns }>;

/** The tenant's people by name. The search covers name and e-mail address. */
export async function listUsers(db: ReadDb, filter: UserFilter): Promise<Page<UserDetail>> {
  const { search, userType: type, clientId, isActive } = filter;
  const found = await finding(db, 'people', search);
  const where = {
    ...(type ? { userType: type } : {}),
    ...(clientId ? { clientId } : {}),
    ...(isActive === undefined ? {} : { isActive }),
    ...isFound(found, (matches) => ({ searchText: matches })),
  };
  const rows = await db.user.findMany({ ...userOrder.seek(filter, where), select: columns });
  const { data, nextCursor } = userOrder.page(rows, filter);
  return { data: data.map(dto), nextCursor };
}

/** One person, and whether a password exists. Throws NOT_FOUND. */
export async function getUser(db: ReadDb, { id }: { id: string }): Promise<UserDetail & { hasPassword: boolean }> {
  const select = { ...columns, credential: { select: { userId: true } } } as const;
  const { credential, ...row } = orNotFound(await db.user.findUnique({ where: { id }, select }));
  return { ...dto(row), hasPassword: credential !== null };
}

/** The names of the projects that have this person as primary contact. */
export function listContactProjects(db: ReadDb, { id }: { id: string }): Promise<{ id: string; name: string }[]> {
  return db.project.findMany({
    where: { clientUserId: id },
    select: { id: true, name: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
}

/** Whether the client of a person has a project for them to see. */
export async function hasProjects(db: ReadDb, { client }: Pick<UserDetail, 'client'>): Promise<boolean> {
  if (!client) return false;
  return (await db.project.findFirst({ where: { clientId: client.id }, select: { id: true } })) !== null;
}

function dto({
  clientId,
  client,
  lastSignInAt,
  mailRefusedAt,
  erasedAt,
  createdAt,
  updatedAt,
  ...row
}: Row): UserDetail {
  // The wall shows a tenant its own people, and a check constraint keeps operators out of tenants.
  const type = userType.parse(row.userType);
  const access = { portalEnabled: row.clientPortalEnabled, clientId, clientActive: client?.isActive ?? null };
  return {
    ...row,
    userType: type,
    client: client && { id: client.id, name: client.name },
    portalAccess: row.isActive && isClientPortalUser(access),
    refusal: type !== 'client' ? null : row.isActive ? portalRefusal(access) : 'userInactive',
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
    mailRefusedAt: mailRefusedAt?.toISOString() ?? null,
    erasedAt: erasedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
