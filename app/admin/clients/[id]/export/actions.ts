'use server';

import { adminUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { requestHandover } from '@/lib/exports/commands';
import { requestHandoverInput } from '@/lib/exports/schemas';

export const requestHandoverAction = defineAction({
  guard: adminUser,
  input: requestHandoverInput,
  run: requestHandover,
});
