'use server';

import { adminUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { paths } from '@/lib/paths';
import { eraseUser } from '@/lib/users/erasure/commands';
import { eraseUserInput } from '@/lib/users/erasure/schemas';

export const eraseUserAction = defineAction({
  guard: adminUser,
  input: eraseUserInput,
  run: eraseUser,
  redirectTo: ({ userId }) => paths.admin.eraseUser(userId),
});
