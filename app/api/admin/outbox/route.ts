import { adminUser } from '@/lib/authz/guards';
import { listOf } from '@/lib/doors/envelope';
import { defineReadRoute } from '@/lib/doors/route';
import { listMails } from '@/lib/mail/outbox/queries';
import { mailFilter, mailSummary } from '@/lib/mail/outbox/schemas';

export const GET = defineReadRoute({
  summary: 'The mails of the business of the last 90 days, the latest first.',
  guard: adminUser,
  input: mailFilter,
  output: listOf(mailSummary),
  run: listMails,
});
