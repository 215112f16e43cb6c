import { z } from 'zod';
import { adminUser } from '@/lib/authz/guards';
import { defineWriteRoute } from '@/lib/doors/route';
import { mailPasswordLink } from '@/lib/users/mail/commands';
import { userId } from '@/lib/users/schemas';

export const POST = defineWriteRoute({
  summary: 'Mails a person a link for a new password, which nobody else sees; also another admin.',
  guard: adminUser,
  input: userId,
  output: z.void(),
  status: 204,
  run: mailPasswordLink,
});
