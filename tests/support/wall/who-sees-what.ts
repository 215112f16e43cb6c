import { holdsLivePass, holdsPassFor, isOnPass, onPass } from '@/tests/support/wall/guest-rules';
import { type ReadRule, type ReadRules, sees } from '@/tests/support/wall/read-rules';
import {
  any,
  areHoursShown,
  invitation,
  isExpiredKey,
  isMyProject,
  isMyTenant,
  isNamedInShowcase,
  isShown,
  mine,
  myself,
  ofMyPeople,
  ofMyProject,
  ofMyTenant,
  ofMyTrail,
  ofNewPeople,
  ofWorkersTenant,
} from '@/tests/support/wall/row-rules';
import { same } from '@/tests/support/wall/subject';
import { whoSeesFiles } from '@/tests/support/wall/who-sees-files';
import { whoSeesGuests } from '@/tests/support/wall/who-sees-guests';
import { whoSeesImports } from '@/tests/support/wall/who-sees-imports';
import { whoSeesMoney } from '@/tests/support/wall/who-sees-money';
import { whoSeesNews } from '@/tests/support/wall/who-sees-news';
import { whoSeesTickets } from '@/tests/support/wall/who-sees-tickets';
import { whoSeesWork } from '@/tests/support/wall/who-sees-work';
import type { TableName } from '@/tests/support/wall/world';
import { both } from '@/tests/support/wall/write-rules';

// The table "Who sees what" of the specification in plain TypeScript, independent of the SQL that enforces it.
// A kind that is missing under a table may not read it at all: no row, no column, no count.

const team = <T extends TableName>(rule: ReadRule<T>) => ({ staff: rule, admin: rule });
const everyone = <T extends TableName>(rule: ReadRule<T>) => ({ client: rule, ...team(rule), platform: rule });

const operation = ['storageQuotaBytes', 'suspendedAt', 'firstSignedInAt', 'createdAt', 'updatedAt'] as const;

export const whoSeesWhat: ReadRules = {
  tenants: {
    says: 'Everyone reads the face and address of their own business, an admin all of it. The platform sees all businesses; the sign-in their faces; visitors those with an open showcase.',
    client: sees(isMyTenant, { except: [...operation, 'searchText'] }),
    staff: sees(isMyTenant, { except: [...operation, 'searchText'] }),
    admin: sees(isMyTenant),
    platform: sees(any),
    login: sees(any, {
      only: [
        ...(['id', 'slug', 'name', 'status', 'currency', 'timeZone', 'locale', 'accent'] as const),
        ...(['logoFileId', 'guestPassesEnabled'] as const),
      ],
    }),
    guest: sees(both(isMyTenant, holdsLivePass), { only: ['id', 'logoFileId'] }),
    definer: sees(any, {
      only: [
        ...(['id', 'slug', 'name', 'status', 'accent', 'logoFileId', 'timeZone'] as const),
        ...(['storageQuotaBytes', 'firstSignedInAt', 'dateHistoryShown', 'guestPassesEnabled'] as const),
      ],
    }),
    visitor: sees(({ id }, _me, world) => isShown(id, world), {
      only: [
        'id',
        'slug',
        'name',
        'status',
        'locale',
        'timeZone',
        'accent',
        'email',
        'phone',
        'website',
        'logoFileId',
        'showcaseEnabled',
        'showcaseProjectNames',
      ],
    }),
    worker: sees(any, { only: ['id', 'name', 'status', 'locale', 'timeZone'] }),
  },
  users: {
    says: 'A person sees their own profile; an admin the people of the business; staff no other users. The platform sees all people, the sign-in too.',
    client: sees(myself),
    staff: sees(myself),
    admin: sees(ofMyTenant),
    platform: sees(any),
    login: sees(any),
    worker: sees(ofWorkersTenant, { only: ['id', 'tenantId', 'mailRefusedAt'] }),
    definer: sees(any, {
      only: [
        ...(['id', 'tenantId', 'name', 'userType', 'isActive', 'clientId', 'clientPortalEnabled'] as const),
        ...(['mailRefusedAt', 'searchText', 'email', 'phone', 'createdAt'] as const),
      ],
    }),
  },
  credentials: {
    says: 'Nobody but the sign-in looks at password hashes; admins see who of their people has one and chose it, the platform who has.',
    admin: sees(ofMyPeople, { only: ['userId', 'chosenByOwner'] }),
    platform: sees(any, { only: ['userId'] }),
    login: sees(any),
  },
  sessions: {
    says: 'A person lists their own.',
    ...everyone(sees<'sessions'>(mine)),
    login: sees(any),
    definer: sees(any, { only: ['id', 'userId', 'revokedAt'] }),
  },
  api_tokens: {
    says: 'A person lists their own; the hash is never read back.',
    ...everyone(sees<'api_tokens'>(mine, { except: ['tokenHash'] })),
    login: sees(any),
    definer: sees(any, { only: ['id', 'userId', 'revokedAt'] }),
  },
  user_links: {
    says: "Admins see the links of the business's people, the platform the invitations into businesses where nobody has signed in, never the hash.",
    admin: sees(ofMyPeople, { except: ['tokenHash'] }),
    platform: sees(both(invitation, ofNewPeople), { except: ['tokenHash'] }),
    login: sees(any),
  },
  security_notices: {
    says: 'A person reads what others did about their own password; an admin about all people of the business.',
    ...everyone(sees<'security_notices'>(mine)),
    admin: sees(ofMyPeople),
    login: sees(any),
  },
  throttle_counters: { says: 'The sign-in counts tries.', login: sees(any) },
  idempotency_keys: {
    says: 'A person uses their own; the worker sees which are older than a day.',
    ...everyone(sees<'idempotency_keys'>(mine)),
    worker: sees(isExpiredKey, { only: ['userId', 'keyHash', 'createdAt'] }),
  },
  clients: {
    says: 'A client user sees their own client, without the notes on it; staff and admin those of the business.',
    client: sees(({ id }, me) => same(id, me.clientId), { except: ['internalNotes', 'updatedAt'] }),
    guest: sees(({ id }, me, world) => same(id, me.clientId) && holdsPassFor('invoices')(null, me, world), {
      only: ['id', 'tenantId', 'name', 'currency'],
    }),
    ...team(sees<'clients'>(ofMyTenant)),
    login: sees(any, { only: ['id', 'tenantId', 'name', 'isActive'] }),
    definer: sees(any, {
      only: [
        ...(['id', 'tenantId', 'currency', 'isActive', 'searchText', 'name', 'email', 'phone', 'address'] as const),
        ...(['taxNumber', 'createdAt'] as const),
      ],
    }),
    worker: sees<'clients'>(ofMyTenant, { only: ['id', 'tenantId', 'name', 'currency'] }),
  },
  projects: {
    says: 'client_user_id = me, or client_id = my client; visitors the names of those with a public photo, where the showcase names them.',
    client: sees(isMyProject),
    ...team(sees<'projects'>(ofMyTenant)),
    visitor: sees(isNamedInShowcase, { only: ['id', 'tenantId', 'name'] }),
    guest: sees(isOnPass, {
      only: [
        ...(['id', 'tenantId', 'clientId', 'name', 'description', 'status', 'statusKey'] as const),
        ...(['address', 'startsOn', 'endsOn', 'hoursShown', 'createdAt'] as const),
      ],
    }),
    definer: sees(any, {
      only: [
        ...(['tenantId', 'id', 'clientId', 'name', 'status', 'searchText', 'address', 'description'] as const),
        ...(['createdAt', 'dateHistoryShown'] as const),
      ],
    }),
  },
  phases: {
    says: 'Those of the projects I see.',
    client: sees(ofMyProject),
    guest: sees(onPass('progress', any)),
    ...team(sees<'phases'>(ofMyTenant)),
    definer: sees(ofWorkersTenant, {
      only: [
        ...(['id', 'tenantId', 'projectId', 'clientId', 'name', 'position', 'status', 'percent'] as const),
        ...(['actualStartOn', 'actualEndOn', 'updatedAt', 'plannedStartOn', 'createdAt'] as const),
      ],
    }),
  },
  phase_templates: {
    says: "The business's own lists of phases; not for clients.",
    ...team(sees<'phase_templates'>(ofMyTenant)),
  },
  ...whoSeesNews,
  ...whoSeesFiles,
  ...whoSeesTickets,
  ...whoSeesMoney,
  time_entries: {
    says: 'Of the projects I see, unless the project hides its hours; person and description as far as it shows them. What an hour costs is for admins.',
    client: sees(both(ofMyProject, areHoursShown), {
      only: [
        ...(['id', 'tenantId', 'clientId', 'shownClientId', 'projectId', 'hoursShown', 'shownName'] as const),
        ...(['workedOn', 'minutes', 'shownDescription', 'billable', 'createdAt'] as const),
      ],
    }),
    guest: sees(onPass('hours', areHoursShown), {
      only: [
        ...(['id', 'tenantId', 'clientId', 'shownClientId', 'projectId', 'hoursShown', 'shownName'] as const),
        ...(['workedOn', 'minutes', 'shownDescription', 'billable', 'createdAt'] as const),
      ],
    }),
    staff: sees(ofMyTenant, { except: ['costRateMinor'] }),
    admin: sees(ofMyTenant),
    definer: sees(ofWorkersTenant, {
      only: [
        ...(['id', 'shownClientId', 'tenantId', 'projectId', 'workedOn', 'minutes'] as const),
        ...(['description', 'shownDescription'] as const),
      ],
    }),
  },
  work_timers: { says: 'My own.', ...team(sees<'work_timers'>(mine)) },
  visits: { says: 'When I was where; nobody else looks.', client: sees(mine) },
  ...whoSeesWork,
  ...whoSeesGuests,
  ...whoSeesImports,
  audit_entries: {
    says: "Admins read the business's trail, the platform that of no business.",
    admin: sees(ofMyTenant),
    platform: sees(({ tenantId }) => tenantId === null),
    worker: sees(ofMyTrail),
    // For the functions that name who changed a record meanwhile, and who looked as the person who asks.
    definer: sees(ofMyTrail, {
      only: ['id', 'tenantId', 'actorName', 'action', 'recordType', 'recordId', 'createdAt'],
    }),
  },
  audit_links: {
    says: 'The chain of the trail, for the job that proves it.',
    worker: sees(ofMyTrail),
    definer: sees(any),
  },
  audit_checks: {
    says: 'What the proof of a trail found: for whoever reads the trail, and for the job that proves.',
    admin: sees(ofMyTenant),
    platform: sees(({ tenantId }) => tenantId === null),
    worker: sees(ofMyTrail),
  },
  number_sequences: {
    says: 'Counted by functions only; the worker compares them with the numbers.',
    definer: sees(ofMyTenant),
    worker: sees(ofMyTenant),
  },
  search_entries: { says: 'The words of records, for the functions of the search alone.', definer: sees(any) },
};
