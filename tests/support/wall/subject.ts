import type { Column, Row, TableName, World } from '@/tests/support/wall/world';

/** Every kind of subject. `definer` owns the functions that bypass row security; `nobody` has set no role. */
export type Kind =
  | 'client'
  | 'staff'
  | 'admin'
  | 'platform'
  | 'login'
  | 'worker'
  | 'visitor'
  | 'guest'
  | 'definer'
  | 'nobody';

export const roleOf: Record<Kind, string> = {
  client: 'oriel_client',
  staff: 'oriel_staff',
  admin: 'oriel_admin',
  platform: 'oriel_platform',
  login: 'oriel_login',
  worker: 'oriel_worker',
  visitor: 'oriel_public',
  guest: 'oriel_guest',
  definer: 'oriel_definer',
  nobody: 'oriel_app',
};

export const kinds = Object.keys(roleOf) as Kind[];

/** The subject of a transaction: its role and settings. `guestId` is the pass of a guest. */
export type Me = {
  kind: Kind;
  userId: string | null;
  clientId: string | null;
  tenantId: string | null;
  guestId?: string | null;
};

/** A missing setting equals nothing, not even a null column. */
export const same = (value: unknown, mine: string | null): boolean => mine !== null && value === mine;

export type Rows<T extends TableName> = (row: Row<T>, me: Me, world: World) => boolean;

export type Columns<T extends TableName> = 'all' | { except: readonly Column<T>[] } | { only: readonly Column<T>[] };

type ColumnList = 'all' | { except: readonly string[] } | { only: readonly string[] };

export function includes(columns: ColumnList | undefined, column: string): boolean {
  if (columns === undefined || columns === 'all') return columns === 'all';
  return 'only' in columns ? columns.only.includes(column) : !columns.except.includes(column);
}

/** The role and settings that a guard and lib/authz/scope.ts derive from a row of `users`. */
export function subjectOf({ id, userType, tenantId, clientId }: Row<'users'>): Me {
  const kind = userType === 'super_admin' ? 'platform' : userType;
  return { kind, userId: id, clientId, tenantId };
}

/**
 * A client user has access only while all hold: the user is active, `client_portal_enabled`, the client exists and is active,
 * the tenant is active. Any other user must be active, and its tenant, if any, too.
 */
export function mayEnter(user: Row<'users'>, world: World): boolean {
  const tenant = world.tenants.find(({ id }) => id === user.tenantId);
  const client = world.clients.find(({ id }) => id === user.clientId);
  if (!user.isActive) return false;
  if (user.userType === 'super_admin') return true;
  if (tenant?.status !== 'active') return false;
  return user.userType !== 'client' || (user.clientPortalEnabled && client?.isActive === true);
}

/** A role without a known user: the settings are empty or unknown ids. */
export const strangers = (kind: Kind): Me[] => {
  const unknown = '01900000-0000-7000-8000-000000000000';
  return [
    { kind, userId: null, clientId: null, tenantId: null },
    { kind, userId: unknown, clientId: unknown, tenantId: unknown, ...(kind === 'guest' ? { guestId: unknown } : {}) },
  ];
};
