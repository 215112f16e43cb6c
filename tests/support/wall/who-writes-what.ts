import {
  any,
  hasPassword,
  invitation,
  isExpiredKey,
  mine,
  myself,
  ofMyClient,
  ofMyPeople,
  ofMyTenant,
  ofNewPeople,
  ofNewTenant,
  ofWorkersTenant,
} from '@/tests/support/wall/row-rules';
import { type Columns, type Rows, same } from '@/tests/support/wall/subject';
import { guestActions } from '@/tests/support/wall/who-writes-guests';
import { importActions, isTakenBack } from '@/tests/support/wall/who-writes-imports';
import { newsActions } from '@/tests/support/wall/who-writes-news';
import { recordActions } from '@/tests/support/wall/who-writes-records';
import { trailActions } from '@/tests/support/wall/who-writes-trail';
import { workActions } from '@/tests/support/wall/who-writes-work';
import {
  type AllowedActions,
  adds,
  both,
  by,
  everyone,
  isUnbilled,
  revoked,
  type WhoWrites,
} from '@/tests/support/wall/write-rules';

// The write rules of each kind, independent of the SQL: rows it adds, columns it changes and to which values, rows it
// removes. Anything else is refused. "A client user can open and answer tickets, mark notifications read, and change
// their own profile, password and notification settings: nothing else" (and comment under updates).

const changedHours = {
  only: ['clientId', 'projectId', 'workedOn', 'minutes', 'description', 'billable', 'hoursShown', 'updatedAt'],
} as const;
const profile = { only: ['name', 'phone', 'locale', 'updatedAt'] } as const;

const ofMyPeopleButAdmins: Rows<'credentials'> = ({ userId }, me, world) =>
  world.users.some((user) => user.id === userId && user.userType !== 'admin' && ofMyTenant(user, me));

const chosenByAnother: Rows<'credentials'> = ({ chosenByOwner }) => !chosenByOwner;

/** Nobody becomes an admin with a password that somebody else chose. */
const noAdminByGivenPassword: Rows<'users'> = ({ id, userType }, _, world) =>
  userType !== 'admin' ||
  world.users.some((before) => before.id === id && before.userType === 'admin') ||
  !world.credentials.some(({ userId, chosenByOwner }) => userId === id && !chosenByOwner);

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

const claimsIssued: Rows<'payment_claims'> = ({ invoiceId }, me, world) =>
  world.invoices.some((invoice) => invoice.id === invoiceId && ofMyClient(invoice, me) && invoice.status === 'issued');

const isDraft: Rows<'invoices'> = ({ status }) => status === 'draft';
const isOpenClaim: Rows<'payment_claims'> = ({ status }) => status === 'claimed';

const noResetOfAdmins: Rows<'user_links'> = ({ purpose, userId }, _, world) =>
  purpose !== 'password_reset' || !world.users.some(({ id, userType }) => id === userId && userType === 'admin');
const isOther: Rows<'security_notices'> = ({ userId }, me) => !same(userId, me.userId);
const newNotice: Columns<'security_notices'> = { only: ['id', 'userId', 'byId', 'byName', 'createdAt'] };
/** A notice that was seen is never unseen again. */
const seesIt: NonNullable<AllowedActions<'security_notices'>['changes']> = {
  rows: mine,
  columns: { only: ['seenAt'] },
  becomes: ({ seenAt }) => seenAt !== null,
};
const isFirstPerson: Rows<'users'> = ({ userType }) => userType === 'admin' || userType === 'client';

/** Whoever has a password is not invited, and uses no invitation. */
const setsNoSecondPassword: Rows<'user_links'> = ({ purpose, userId, usedAt, id }, _, world) =>
  purpose !== 'invitation' ||
  !hasPassword(userId, world) ||
  (usedAt === null && world.user_links.some((link) => link.id === id));

const checks: AllowedActions<'ledger_checks'> = {
  adds: adds(ofMyTenant),
  changes: { rows: ofMyTenant, columns: { only: ['checkedAt', 'fault', 'heldAt', 'postingNumber', 'hash'] } },
};

export const whoWritesWhat: WhoWrites = {
  ...recordActions,
  ...newsActions,
  ...trailActions,
  ...importActions,
  tenants: {
    admin: {
      changes: {
        rows: ({ id }, me) => same(id, me.tenantId),
        columns: {
          except: ['id', 'slug', 'status', 'storageQuotaBytes', 'suspendedAt', 'firstSignedInAt', 'createdAt'],
        },
      },
    },
    platform: {
      adds: adds(any),
      changes: {
        rows: any,
        columns: { only: ['name', 'slug', 'status', 'suspendedAt', 'storageQuotaBytes', 'updatedAt'] },
      },
    },
    definer: {
      changes: {
        rows: any,
        columns: { only: ['firstSignedInAt'] },
        becomes: ({ firstSignedInAt }) => firstSignedInAt !== null,
      },
    },
  },
  users: {
    client: { changes: { rows: myself, columns: profile } },
    staff: { changes: { rows: myself, columns: profile } },
    admin: {
      adds: adds(ofMyTenant),
      changes: {
        rows: ofMyTenant,
        columns: { except: ['id', 'tenantId', 'lastSignInAt', 'createdAt', 'mailRefusedAt', 'mailRefusal'] },
        becomes: noAdminByGivenPassword,
      },
      removes: isTakenBack('people'),
    },
    platform: {
      adds: adds(both(ofNewTenant, isFirstPerson)),
      changes: { rows: myself, columns: profile },
    },
    login: {
      adds: adds(({ userType }) => userType === 'super_admin'),
      changes: { rows: any, columns: { only: ['lastSignInAt', 'updatedAt'] } },
    },
    worker: { changes: { rows: ofWorkersTenant, columns: { only: ['mailRefusedAt', 'mailRefusal'] } } },
    definer: {
      changes: {
        rows: ofMyTenant,
        columns: { only: ['mailRefusedAt', 'mailRefusal'] },
        becomes: ({ mailRefusedAt }) => mailRefusedAt === null,
      },
    },
  },
  credentials: {
    admin: { adds: adds(both(ofMyPeopleButAdmins, chosenByAnother)) },
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
      adds: adds(both(both(both(ofMyPeople, by('createdById')), noResetOfAdmins), setsNoSecondPassword)),
      changes: { rows: ofMyPeople, columns: { only: ['expiresAt'] }, becomes: endsEarlier },
    },
    platform: {
      adds: adds(both(both(both(invitation, ofNewPeople), by('createdById')), setsNoSecondPassword)),
      changes: { rows: both(invitation, ofNewPeople), columns: { only: ['expiresAt'] }, becomes: endsEarlier },
    },
    login: {
      adds: adds(setsNoSecondPassword),
      changes: {
        rows: any,
        columns: { only: ['expiresAt', 'usedAt'] },
        becomes: both(endsEarlier, setsNoSecondPassword),
      },
    },
  },
  security_notices: {
    ...everyone<'security_notices'>({ changes: seesIt }),
    admin: { adds: adds(both(both(ofMyPeople, by('byId')), isOther), newNotice), changes: seesIt },
    login: { adds: adds(any, newNotice), changes: { rows: any, columns: { only: ['usedAt', 'seenAt'] } } },
  },
  throttle_counters: { login: { adds: adds(any), changes: { rows: any, columns: 'all' }, removes: any } },
  idempotency_keys: {
    ...everyone<'idempotency_keys'>({
      adds: adds(mine, { only: ['userId', 'keyHash', 'requestHash'] }),
      changes: { rows: mine, columns: { only: ['requestHash', 'answer', 'createdAt'] } },
    }),
    worker: { removes: isExpiredKey },
  },
  ...workActions,
  ...guestActions,
  clients: {
    admin: {
      adds: adds(ofMyTenant),
      changes: { rows: ofMyTenant, columns: { except: ['id', 'tenantId', 'createdAt'] } },
      removes: isTakenBack('clients'),
    },
    platform: { adds: adds(ofNewTenant) },
  },
  invoices: {
    admin: {
      adds: adds(ofMyTenant),
      changes: {
        rows: ofMyTenant,
        columns: { except: ['id', 'tenantId', 'clientId', 'currency', 'createdAt'] },
        becomes: keepsItsBill,
      },
      removes: both(ofMyTenant, isDraft),
    },
  },
  invoice_lines: {
    admin: {
      adds: adds(both(ofMyTenant, ofDraft)),
      changes: { rows: both(ofMyTenant, ofDraft), columns: { except: ['id', 'tenantId', 'clientId', 'invoiceId'] } },
      removes: both(ofMyTenant, ofDraft),
    },
  },
  billing_settings: {
    admin: { adds: adds(ofMyTenant), changes: { rows: ofMyTenant, columns: { except: ['tenantId'] } } },
  },
  payments: {
    admin: {
      adds: adds(both(ofMyTenant, by('recordedById'))),
      changes: { rows: ofMyTenant, columns: { only: ['allocatedMinor', 'refundedMinor'] } },
    },
  },
  payment_allocations: { admin: { adds: adds(ofMyTenant) } },
  refunds: { admin: { adds: adds(both(ofMyTenant, by('recordedById'))) } },
  credit_notes: { admin: { adds: adds(both(ofMyTenant, by('createdById'))) } },
  credit_note_lines: { admin: { adds: adds(ofMyTenant) } },
  payment_claims: {
    client: {
      adds: adds(both(both(ofMyClient, by('userId')), claimsIssued), {
        only: [
          'id',
          'tenantId',
          'clientId',
          'invoiceId',
          'userId',
          'userName',
          'paidOn',
          'note',
          'proofFileId',
          'createdAt',
        ],
      }),
    },
    admin: {
      changes: {
        rows: both(ofMyTenant, isOpenClaim),
        columns: { only: ['status', 'paymentId', 'declineReason', 'decidedById', 'decidedByName', 'decidedAt'] },
        becomes: by('decidedById'),
      },
    },
  },
  ledger_entries: { admin: { adds: adds(both(ofMyTenant, by('createdById'))) } },
  ledger_checks: { admin: checks, worker: checks },
  time_entries: {
    staff: {
      adds: adds(both(ofMyTenant, by('userId')), { except: ['costRateMinor', 'invoiceLineId'] }),
      changes: {
        rows: both(both(ofMyTenant, by('userId')), isUnbilled),
        columns: changedHours,
      },
      removes: both(both(ofMyTenant, by('userId')), isUnbilled),
    },
    admin: {
      adds: adds(ofMyTenant),
      changes: {
        rows: ofMyTenant,
        columns: { except: ['id', 'tenantId', 'userId', 'userName', 'createdAt'] },
      },
      removes: both(ofMyTenant, isUnbilled),
    },
  },
};
