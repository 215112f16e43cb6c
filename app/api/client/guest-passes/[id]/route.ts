import { z } from 'zod';
import { clientUser } from '@/lib/authz/guards';
import { defineWriteRoute } from '@/lib/doors/route';
import { revokeGuestPass } from '@/lib/guests/commands';
import { guestPassId } from '@/lib/guests/schemas';

export const DELETE = defineWriteRoute({
  summary: 'Ends one of your guest passes for good.',
  guard: clientUser,
  input: guestPassId,
  output: z.void(),
  status: 204,
  run: revokeGuestPass,
});
