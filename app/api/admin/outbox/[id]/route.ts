import { adminUser } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { getMail } from '@/lib/mail/outbox/queries';
import { mailDetail, mailId } from '@/lib/mail/outbox/schemas';

export const GET = defineReadRoute({
  summary: 'One mail with its text.',
  guard: adminUser,
  input: mailId,
  output: recordOf(mailDetail),
  run: async (db, input) => ({ data: await getMail(db, input) }),
});
