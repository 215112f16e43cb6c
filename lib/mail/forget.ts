import { write } from '@/lib/authz/scope';
import { done, type JobHandler } from '@/lib/jobs/job';

/** Days for which the outbox keeps a mail. */
const keptDays = 90;

/** Removes the mails of a tenant that are older than the outbox keeps them. */
export const forgetMails: JobHandler = async (_job, worker) => {
  const before = new Date(Date.now() - keptDays * 24 * 3_600_000);
  await write(worker, async (db) => {
    await db.mail.deleteMany({ where: { createdAt: { lt: before }, job: null } });
    await db.receivedMail.deleteMany({ where: { receivedAt: { lt: before } } });
  });
  return done;
};
