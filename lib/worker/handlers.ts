import { checkTrail } from '@/lib/audit/proof/commands';
import type { JobActor } from '@/lib/authz/actor';
import { write } from '@/lib/authz/scope';
import type { WriteDb } from '@/lib/db/handles';
import { packBusiness } from '@/lib/exports/business/job';
import { forgetExports } from '@/lib/exports/pack/forget';
import { packExport } from '@/lib/exports/pack/job';
import { forgetImports } from '@/lib/imports/work/commands';
import { remindOfInvoices } from '@/lib/invoices/reminders/commands';
import type { Schedule } from '@/lib/jobs/clock';
import { done, type JobHandler, type JobHandlers } from '@/lib/jobs/job';
import { notificationMail, outboxMail } from '@/lib/mail/deliver';
import { forgetMails } from '@/lib/mail/forget';
import { fetchAnswers } from '@/lib/mail/inbound/mailbox';
import { sealOldLines } from '@/lib/trail-archives/commands';
import { proveArchives } from '@/lib/trail-archives/queries';
import { draftWeeklyReports } from '@/lib/updates/reports/commands';
import { importJob } from '@/lib/worker/imports';

/** A command of the clock, in one transaction within the tenant. */
const byClock =
  (command: (db: WriteDb, job: JobActor) => Promise<unknown>): JobHandler =>
  async (_job, worker) => {
    await write(worker, (db) => command(db, worker));
    return done;
  };

/** What it finds stands above the trail. */
const proveAudit: JobHandler = async (_job, worker) => {
  await checkTrail(worker, proveArchives);
  return done;
};

/** What a worker does for each kind of job. */
export const handlers: JobHandlers = {
  notification_mail: notificationMail,
  mail: outboxMail,
  forget_mails: forgetMails,
  fetch_answers: fetchAnswers,
  prove_audit: proveAudit,
  seal_audit: sealOldLines,
  weekly_reports: byClock(draftWeeklyReports),
  invoice_reminders: byClock(remindOfInvoices),
  forget_exports: forgetExports,
  import: importJob,
  forget_imports: byClock(forgetImports),
};

/** Work of minutes, which waits for itself alone: mails do not wait for it. */
export const longHandlers: JobHandlers = { client_export: packExport, business_export: packBusiness };

/** What each tenant has once per day or week. */
export const schedules: readonly Schedule[] = [
  { kind: 'forget_mails', every: 'day', after: '3 hours' },
  { kind: 'prove_audit', every: 'week', after: '4 hours' },
  { kind: 'seal_audit', every: 'week', after: '5 hours' },
  { kind: 'forget_exports', every: 'day', after: '4 hours' },
  { kind: 'forget_imports', every: 'day', after: '3 hours' },
  { kind: 'weekly_reports', every: 'week', after: '0 hours' },
  { kind: 'invoice_reminders', every: 'day', after: '7 hours' },
];
