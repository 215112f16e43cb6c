'use server';

import { cookies } from 'next/headers';
import { guestCookieName, guestCookieOptions, openGuestPass } from '@/lib/auth/guests';
import { defineLoginAction } from '@/lib/doors/login-action';
import { openGuestPassInput } from '@/lib/guests/schemas';
import { paths } from '@/lib/paths';

export const openGuestPassAction = defineLoginAction({
  input: openGuestPassInput,
  run: async (input, { origin }) => {
    const value = await openGuestPass(input, origin);
    (await cookies()).set(guestCookieName(), value, guestCookieOptions());
    return paths.guest.home;
  },
});
