import { type ReadRules, sees } from '@/tests/support/wall/read-rules';
import { any, isMyExport, mine, ofMyClient, ofMyTenant, ofWorkersTenant } from '@/tests/support/wall/row-rules';

// Part of who-sees-what.ts: jobs, mail, and what people are told of.

export const whoSeesWork = {
  openings: {
    says: 'What the people of my client opened and downloaded; the business too, but for staff no invoices.',
    client: sees<'openings'>(ofMyClient),
    staff: sees<'openings'>((row, me) => ofMyTenant(row, me) && row.recordType !== 'invoice'),
    admin: sees<'openings'>(ofMyTenant),
  },
  notification_settings: {
    says: 'My own.',
    client: sees(mine),
    staff: sees(mine),
    admin: sees(mine),
    definer: sees(any),
  },
  jobs: {
    says: 'The worker sees those of all tenants, or within one its own.',
    worker: sees(ofWorkersTenant),
    definer: sees(any, { only: ['pendingKey'] }),
  },
  schedule_runs: { says: 'The clock of the worker.', worker: sees(ofWorkersTenant) },
  mails: {
    says: 'Admins see what the business has mailed; the worker writes it.',
    admin: sees(ofMyTenant),
    worker: sees(ofWorkersTenant),
    definer: sees(any, { only: ['id', 'tenantId', 'userId', 'about', 'state', 'job'] }),
  },
  mail_items: {
    says: 'What is to be mailed, for the worker within a tenant.',
    worker: sees(ofMyTenant),
    definer: sees(any, { only: ['notificationId', 'mailId'] }),
  },
  mail_preferences: {
    says: 'My own; the sign-in sees who has stopped mails by a link.',
    client: sees(mine),
    staff: sees(mine),
    admin: sees(mine),
    login: sees(any, { only: ['userId', 'tenantId', 'stoppedAt'] }),
    definer: sees(any),
  },
  rollups: {
    says: 'An admin sees the sums of the business, staff those of hours, the platform those of people, projects and bytes of all.',
    staff: sees<'rollups'>((row, me) => ofMyTenant(row, me) && row.kind === 'minutes'),
    admin: sees(ofMyTenant),
    platform: sees<'rollups'>(({ kind }) => ['people', 'projects', 'bytes'].includes(kind)),
    definer: sees(any),
  },
  reply_addresses: { says: 'The worker knows whose answer a mail is.', worker: sees(ofWorkersTenant) },
  received_mails: { says: 'The worker knows what it has read.', worker: sees(ofWorkersTenant) },
  client_exports: {
    says: 'What I asked for; an admin sees those of the business, and the worker makes them.',
    client: sees(isMyExport),
    admin: sees(ofMyTenant),
    worker: sees(ofWorkersTenant),
    definer: sees(ofMyTenant, { only: ['id', 'tenantId', 'clientId', 'askedById', 'state'] }),
  },
} satisfies Partial<ReadRules>;
