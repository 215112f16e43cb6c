import {
  any,
  isMyExport,
  mine,
  ofMyClient,
  ofMyTenant,
  ofOpenedRecord,
  ofWorkersTenant,
} from '@/tests/support/wall/row-rules';
import type { Rows } from '@/tests/support/wall/subject';
import { type AllowedActions, adds, both, by, type WhoWrites } from '@/tests/support/wall/write-rules';

// Part of who-writes-what.ts: jobs, mail, and what people are told of.

const settings: AllowedActions<'notification_settings'> = {
  adds: adds(mine),
  changes: { rows: mine, columns: { only: ['cadence'] } },
};
const preferences: AllowedActions<'mail_preferences'> = {
  adds: adds(mine),
  changes: { rows: mine, columns: { only: ['timeZone', 'quietFrom', 'quietTo', 'stoppedAt'] } },
};

const asked = {
  only: ['id', 'tenantId', 'clientId', 'userId', 'askedById', 'askedByName', 'createdAt'],
} as const;
const downloaded = { only: ['downloadedAt'] } as const;
/** The person belongs to the client whose archive it is; one of the whole business has neither. */
const isOfItsPerson: Rows<'client_exports'> = ({ userId, clientId }, _me, world) =>
  (userId === null && clientId === null) ||
  (clientId !== null && world.users.some((user) => user.id === userId && user.clientId === clientId));

export const workActions = {
  openings: {
    client: {
      adds: adds<'openings'>(both(both(ofMyClient, mine), ofOpenedRecord), {
        only: ['tenantId', 'clientId', 'userId', 'userName', 'recordType', 'recordId', 'way', 'firstAt', 'lastAt'],
      }),
      changes: { rows: mine, columns: { only: ['times', 'lastAt'] } },
    },
  },
  notification_settings: { client: settings, staff: settings, admin: settings },
  jobs: {
    worker: {
      adds: adds(ofWorkersTenant),
      changes: {
        rows: ofWorkersTenant,
        columns: { only: ['pendingKey', 'dueAt', 'attempts', 'lease', 'lastError'] },
      },
      removes: ofWorkersTenant,
    },
    definer: { adds: adds(any, { only: ['id', 'tenantId', 'kind', 'arguments', 'pendingKey', 'dueAt'] }) },
  },
  rollups: { definer: { adds: adds(any), changes: { rows: any, columns: { only: ['amount'] } } } },
  schedule_runs: { worker: { adds: adds(ofWorkersTenant), removes: ofWorkersTenant } },
  mails: {
    worker: {
      adds: adds(ofWorkersTenant),
      changes: {
        rows: ofWorkersTenant,
        columns: { except: ['id', 'tenantId', 'userId', 'about', 'createdAt', 'stateKey'] },
      },
      removes: ofWorkersTenant,
    },
    definer: {
      adds: adds(any, { only: ['id', 'tenantId', 'userId', 'job', 'about'] }),
      changes: { rows: any, columns: { only: ['state', 'job', 'unconfirmed'] } },
    },
  },
  mail_items: {
    worker: { changes: { rows: ofMyTenant, columns: { only: ['mailId'] } }, removes: ofMyTenant },
    definer: { adds: adds(any, { only: ['id', 'tenantId', 'userId', 'notificationId', 'cadence'] }) },
  },
  mail_preferences: {
    client: preferences,
    staff: preferences,
    admin: preferences,
    login: {
      adds: adds(any, { only: ['userId', 'tenantId', 'stoppedAt'] }),
      changes: { rows: any, columns: { only: ['stoppedAt'] } },
    },
  },
  reply_addresses: { worker: { adds: adds(ofWorkersTenant) } },
  received_mails: { worker: { adds: adds(ofWorkersTenant), removes: ofWorkersTenant } },
  client_exports: {
    client: { adds: adds(both(isMyExport, mine), asked), changes: { rows: isMyExport, columns: downloaded } },
    admin: {
      adds: adds(both(both(ofMyTenant, by('askedById')), isOfItsPerson), asked),
      changes: { rows: ofMyTenant, columns: downloaded },
    },
    worker: {
      changes: {
        rows: ofWorkersTenant,
        columns: {
          only: [
            ...(['state', 'reason', 'doneFiles', 'totalFiles', 'fileName'] as const),
            ...(['storageKey', 'byteSize', 'sha256', 'readyAt', 'expiresAt'] as const),
          ],
        },
      },
    },
  },
} satisfies Partial<WhoWrites>;
