import type { Schedule } from '@/lib/jobs/clock';
import type { JobHandlers } from '@/lib/jobs/job';
import { notificationMail, outboxMail } from '@/lib/mail/deliver';
import { forgetMails } from '@/lib/mail/forget';

/** What a worker does for each kind of job. */
export const handlers: JobHandlers = {
  notification_mail: notificationMail,
  mail: outboxMail,
  forget_mails: forgetMails,
};

/** What each tenant has once per day or week. */
export const schedules: readonly Schedule[] = [{ kind: 'forget_mails', every: 'day', after: '3 hours' }];
