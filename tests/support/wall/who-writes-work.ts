import { any, mine, ofMyClient, ofMyTenant, ofOpenedRecord, ofWorkersTenant } from '@/tests/support/wall/row-rules';
import { type AllowedActions, adds, both, type WhoWrites } from '@/tests/support/wall/write-rules';

// Part of who-writes-what.ts: jobs, mail, and what people are told of.

const settings: AllowedActions<'notification_settings'> = {
  adds: adds(mine),
  changes: { rows: mine, columns: { only: ['cadence'] } },
};
const preferences: AllowedActions<'mail_preferences'> = {
  adds: adds(mine),
  changes: { rows: mine, columns: { only: ['timeZone', 'quietFrom', 'quietTo', 'stoppedAt'] } },
};

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
} satisfies Partial<WhoWrites>;
