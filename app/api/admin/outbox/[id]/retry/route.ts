import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineWriteRoute } from '@/lib/doors/route';
import { retryMail } from '@/lib/mail/outbox/commands';
import { mailDetail, mailId } from '@/lib/mail/outbox/schemas';

export const POST = defineWriteRoute({
  summary: 'Has a mail that failed or was kept sent once more.',
  guard: adminUser,
  input: mailId,
  output: recordOf(mailDetail),
  status: 200,
  run: async (db, input, actor) => ({ data: await retryMail(db, input, actor) }),
});
