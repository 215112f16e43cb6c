'use server';

import { z } from 'zod';
import { teamMember } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { changePhase } from '@/lib/projects/phases/commands';
import { phaseId } from '@/lib/projects/phases/schemas';
import { publishUpdate } from '@/lib/updates/commands';
import { updateOfProject } from '@/lib/updates/schemas';

/** Steps of the inbox that need no page of their own. The percentage before takes the step back. */
export const setPercentAction = defineAction({
  guard: teamMember,
  input: phaseId.extend({ percent: z.number().int().min(0).max(100) }),
  run: changePhase,
});

export const publishUpdateAction = defineAction({ guard: teamMember, input: updateOfProject, run: publishUpdate });
