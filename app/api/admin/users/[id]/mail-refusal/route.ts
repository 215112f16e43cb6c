import { z } from 'zod';
import { adminUser } from '@/lib/authz/guards';
import { defineWriteRoute } from '@/lib/doors/route';
import { trustAddress } from '@/lib/users/mail/commands';
import { userId } from '@/lib/users/schemas';

export const DELETE = defineWriteRoute({
  summary: 'Has mail sent again to an address that its mail server had refused for good.',
  guard: adminUser,
  input: userId,
  output: z.void(),
  status: 204,
  run: trustAddress,
});
