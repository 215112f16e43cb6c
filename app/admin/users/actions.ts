'use server';

import { z } from 'zod';
import { adminUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { paths } from '@/lib/paths';
import { changeUser, deactivateUser, inviteUser, reactivateUser } from '@/lib/users/commands';
import { createUserLink } from '@/lib/users/links/commands';
import { changeUserInput, createUserInput, userId, userLink } from '@/lib/users/schemas';

/** Browsers omit an unchecked checkbox, so absence means false. */
const portalBox = { clientPortalEnabled: z.boolean().default(false) };

export const inviteUserAction = defineAction({
  guard: adminUser,
  input: createUserInput.omit({ password: true, invite: true }).extend(portalBox),
  run: inviteUser,
  answer: userLink,
});

export const changeUserAction = defineAction({
  guard: adminUser,
  input: changeUserInput.extend(portalBox),
  run: changeUser,
  redirectTo: (user) => paths.admin.users.show(user.id),
});

export const deactivateUserAction = defineAction({ guard: adminUser, input: userId, run: deactivateUser });

export const reactivateUserAction = defineAction({ guard: adminUser, input: userId, run: reactivateUser });

export const createUserLinkAction = defineAction({
  guard: adminUser,
  input: userId,
  run: createUserLink,
  answer: userLink,
});
