'use server';

import { adminUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { paths } from '@/lib/paths';
import { userEdit } from '@/lib/users/checks';
import {
  deactivateUser,
  endPortalAccess,
  givePortalAccess,
  inviteUser,
  placeUser,
  reactivateUser,
} from '@/lib/users/commands';
import { createUserLink } from '@/lib/users/links/commands';
import { mailPasswordLink, trustAddress } from '@/lib/users/mail/commands';
import { invitedUser, inviteUserInput, placeUserInput, userId, userLink } from '@/lib/users/schemas';

export const inviteUserAction = defineAction({
  guard: adminUser,
  input: inviteUserInput,
  run: inviteUser,
  answer: invitedUser,
});

export const placeUserAction = defineAction({
  guard: adminUser,
  input: placeUserInput,
  edits: userEdit,
  run: placeUser,
  redirectTo: (user) => paths.admin.users.show(user.id),
});

export const deactivateUserAction = defineAction({ guard: adminUser, input: userId, run: deactivateUser });

export const givePortalAccessAction = defineAction({ guard: adminUser, input: userId, run: givePortalAccess });

export const endPortalAccessAction = defineAction({ guard: adminUser, input: userId, run: endPortalAccess });

export const reactivateUserAction = defineAction({ guard: adminUser, input: userId, run: reactivateUser });

export const createUserLinkAction = defineAction({
  guard: adminUser,
  input: userId,
  run: createUserLink,
  answer: userLink,
});

export const mailPasswordLinkAction = defineAction({ guard: adminUser, input: userId, run: mailPasswordLink });

export const trustAddressAction = defineAction({ guard: adminUser, input: userId, run: trustAddress });
