'use server';

import { clientUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { recordOpening } from '@/lib/openings/commands';
import { recordOpeningInput } from '@/lib/openings/schemas';
import { recordVisit } from '@/lib/visits/commands';
import { recordVisitInput } from '@/lib/visits/schemas';

export const recordVisitAction = defineAction({
  guard: clientUser,
  input: recordVisitInput,
  run: recordVisit,
  refreshes: false,
});

export const recordOpeningAction = defineAction({
  guard: clientUser,
  input: recordOpeningInput,
  run: recordOpening,
  refreshes: false,
});
