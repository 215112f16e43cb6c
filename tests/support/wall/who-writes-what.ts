import { any, mine, myself, ofMyPeople, ofMyTenant } from '@/tests/support/wall/row-rules';
import { type Kind, type Rows, same } from '@/tests/support/wall/subject';
import { recordActions } from '@/tests/support/wall/who-writes-records';
import { adds, both, by, everyone, revoked, team, type WhoWrites } from '@/tests/support/wall/write-rules';

// The write rules of each kind, independent of the SQL: rows it adds, columns it changes and to which values, rows it
// removes. Anything else is refused. "A client user can open and answer tickets, mark notifications read, and change
// their own profile, password and notification settings: nothing else" (and comment under updates).

const profile = { only: ['name', 'phone', 'locale', 'updatedAt'] } as const;

const ofMyPeopleButAdmins: Rows<'credentials'> = ({ userId }, me, world) =>
  world.users.some((user) => user.id === userId && user.userType !== 'admin' && ofMyTenant(user, me));

/** The expiry of a link can be brought forward, never extended. */
const endsEarlier: Rows<'user_links'> = ({ id, expiresAt }, _me, world) =>
  world.user_links.some((link) => link.id === id && expiresAt <= link.expiresAt);

/** An issued invoice can be paid and voided, but keeps its project. */
const keepsItsBill: Rows<'invoices'> = ({ id, projectId, status }, _me, world) =>
  world.invoices.some(
    (before) =>
      before.id === id &&
      (before.status === 'draft' ||
        (before.projectId === projectId &&
          (status === before.status || (before.status === 'issued' && status === 'void')))),
  );

const ofDraft: Rows<'invoice_lines'> = ({ invoiceId }, me, world) =>
  world.invoices.some((invoice) => invoice.id === invoiceId && ofMyTenant(invoice, me) && invoice.status === 'draft');

const noResetOfAdmins: Rows<'user_links'> = ({ purpose, userId }, _, world) =>
  purpose !== 'password_reset' || !world.users.some(({ id, userType }) => id === userId && userType === 'admin');
const invitation: Rows<'user_links'> = ({ purpose }) => purpose === 'invitation';

export const whoWritesWhat: WhoWrites = {
  ...recordActions,
  tenants: {
    admin: {
      changes: {
        rows: ({ id }, me) => same(id, me.tenantId),
        columns: { except: ['id', 'slug', 'status', 'storageQuotaBytes', 'suspendedAt', 'createdAt'] },
      },
    },
    platform: {
      adds: adds(any),
      changes: {
        rows: any,
        columns: { only: ['name', 'slug', 'status', 'suspendedAt', 'storageQuotaBytes', 'updatedAt'] },
      },
    },
  },
  users: {
    client: { changes: { rows: myself, columns: profile } },
    staff: { changes: { rows: myself, columns: profile } },
    admin: {
      adds: adds(ofMyTenant),
      changes: { rows: ofMyTenant, columns: { except: ['id', 'tenantId', 'lastSignInAt', 'createdAt'] } },
    },
    platform: {
      adds: adds(({ userType }) => userType === 'admin' || userType === 'client'),
      changes: { rows: myself, columns: profile },
    },
    login: {
      adds: adds(({ userType }) => userType === 'super_admin'),
      changes: { rows: any, columns: { only: ['lastSignInAt', 'updatedAt'] } },
    },
  },
  credentials: {
    admin: { adds: adds(ofMyPeopleButAdmins) },
    login: { adds: adds(any), changes: { rows: any, columns: 'all' } },
  },
  sessions: {
    ...everyone<'sessions'>({ changes: { rows: mine, columns: { only: ['revokedAt'] }, becomes: revoked } }),
    login: { adds: adds(any), changes: { rows: any, columns: 'all' } },
    definer: { changes: { rows: any, columns: { only: ['revokedAt'] }, becomes: revoked } },
  },
  api_tokens: {
    ...everyone<'api_tokens'>({
      adds: adds(mine),
      changes: { rows: mine, columns: { only: ['revokedAt'] }, becomes: revoked },
    }),
    login: { adds: adds(any), changes: { rows: any, columns: { only: ['lastUsedAt', 'revokedAt'] } } },
    definer: { changes: { rows: any, columns: { only: ['revokedAt'] }, becomes: revoked } },
  },
  user_links: {
    admin: {
      adds: adds(both(both(ofMyPeople, by('createdById')), noResetOfAdmins)),
      changes: { rows: ofMyPeople, columns: { only: ['expiresAt'] }, becomes: endsEarlier },
    },
    platform: {
      adds: adds(both(invitation, by('createdById'))),
      changes: { rows: invitation, columns: { only: ['expiresAt'] }, becomes: endsEarlier },
    },
    login: { adds: adds(any), changes: { rows: any, columns: 'all', becomes: endsEarlier } },
  },
  throttle_counters: { login: { adds: adds(any), changes: { rows: any, columns: 'all' }, removes: any } },
  clients: {
    admin: {
      adds: adds(ofMyTenant),
      changes: { rows: ofMyTenant, columns: { except: ['id', 'tenantId', 'createdAt'] } },
    },
    platform: { adds: adds(any) },
  },
  invoices: {
    admin: {
      adds: adds(ofMyTenant),
      changes: {
        rows: ofMyTenant,
        columns: { except: ['id', 'tenantId', 'clientId', 'currency', 'createdAt'] },
        becomes: keepsItsBill,
      },
    },
  },
  invoice_lines: {
    admin: {
      adds: adds(both(ofMyTenant, ofDraft)),
      changes: { rows: both(ofMyTenant, ofDraft), columns: { except: ['id', 'tenantId', 'clientId', 'invoiceId'] } },
      removes: both(ofMyTenant, ofDraft),
    },
  },
  payments: { admin: { adds: adds(both(ofMyTenant, by('recordedById'))) } },
  ledger_entries: { admin: { adds: adds(both(ofMyTenant, by('createdById'))) } },
  time_entries: {
    staff: {
      adds: adds(ofMyTenant, { except: ['costRateMinor'] }),
      changes: {
        rows: ofMyTenant,
        columns: { only: ['projectId', 'workedOn', 'minutes', 'description', 'billable', 'updatedAt'] },
      },
      removes: ofMyTenant,
    },
    admin: {
      adds: adds(ofMyTenant),
      changes: {
        rows: ofMyTenant,
        columns: { except: ['id', 'tenantId', 'clientId', 'userId', 'userName', 'createdAt'] },
      },
      removes: ofMyTenant,
    },
  },
  notifications: {
    client: { changes: { rows: mine, columns: { only: ['readAt'] } } },
    ...team<'notifications'>({ adds: adds(ofMyTenant), changes: { rows: mine, columns: { only: ['readAt'] } } }),
  },
  notification_settings: {
    client: { adds: adds(mine), changes: { rows: mine, columns: { only: ['email'] } } },
    ...team<'notification_settings'>({ adds: adds(mine), changes: { rows: mine, columns: { only: ['email'] } } }),
  },
  visits: {
    client: { adds: adds(mine), changes: { rows: mine, columns: { only: ['seenAt', 'previousAt'] } } },
  },
  audit_entries: {
    client: { adds: adds(both(ofMyTenant, by('actorId'))) },
    ...team<'audit_entries'>({ adds: adds(both(ofMyTenant, by('actorId'))) }),
    platform: { adds: adds(by('actorId')) },
    login: { adds: adds(any) },
  },
  number_sequences: {
    definer: { adds: adds(ofMyTenant), changes: { rows: ofMyTenant, columns: 'all', becomes: ofMyTenant } },
  },
};
/** The kinds that may call each database function. Functions with an empty list are triggers, which cannot be called. */
export const whoCallsWhat: Record<string, readonly Kind[]> = {
  app_user: ['client', 'staff', 'admin', 'platform', 'login', 'worker', 'visitor', 'definer'],
  app_client: ['client', 'staff', 'admin', 'platform', 'login', 'worker', 'visitor', 'definer'],
  app_tenant: ['client', 'staff', 'admin', 'platform', 'login', 'worker', 'visitor', 'definer'],
  next_ticket_number: ['client', 'staff', 'admin', 'definer'],
  next_invoice_number: ['admin', 'definer'],
  tenant_usage: ['platform', 'definer'],
  storage_room: ['staff', 'admin', 'definer'],
  refuse_change: [],
  post_ledger_entry: [],
  leave_projects: [],
  end_access: ['definer'],
  only_admins_publish: [],
  stamp_shared_at: [],
  refuse_later_end: [],
  sign_row: [],
  keep_issued_invoice: [],
  refuse_past_quota: [],
};
