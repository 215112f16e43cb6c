'use server';

import { clientUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { recordVisit } from '@/lib/visits/commands';
import { recordVisitInput } from '@/lib/visits/schemas';

export const recordVisitAction = defineAction({
  guard: clientUser,
  input: recordVisitInput,
  run: recordVisit,
  refreshes: false,
});
