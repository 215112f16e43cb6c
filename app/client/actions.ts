'use server';

import { z } from 'zod';
import { clientUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { recordVisit } from '@/lib/visits/commands';

export const recordVisitAction = defineAction({
  guard: clientUser,
  input: z.strictObject({ place: z.enum(['documents', 'gallery']) }),
  run: recordVisit,
});
