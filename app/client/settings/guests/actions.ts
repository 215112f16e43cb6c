'use server';

import { clientUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { withHashedPassword } from '@/lib/guests/checks';
import { createGuestPass, revokeGuestPass } from '@/lib/guests/commands';
import { createGuestPassInput, guestPassId, newGuestPass } from '@/lib/guests/schemas';

export const createGuestPassAction = defineAction({
  guard: clientUser,
  input: createGuestPassInput,
  prepare: withHashedPassword,
  run: createGuestPass,
  answer: newGuestPass.pick({ label: true, url: true }),
});

export const revokeGuestPassAction = defineAction({ guard: clientUser, input: guestPassId, run: revokeGuestPass });
