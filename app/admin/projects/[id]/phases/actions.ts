'use server';

import { teamMember } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { paths } from '@/lib/paths';
import { addPhase, changePhase, removePhase } from '@/lib/projects/phases/commands';
import { movePhase } from '@/lib/projects/phases/order-commands';
import { changedState } from '@/lib/projects/phases/rule';
import { addPhaseInput, movePhaseInput, phaseForm, phaseId, setPercentInput } from '@/lib/projects/phases/schemas';

export const addPhaseAction = defineAction({ who: teamMember, input: addPhaseInput, run: addPhase });

export const movePhaseAction = defineAction({ who: teamMember, input: movePhaseInput, run: movePhase });

export const setPercentAction = defineAction({ who: teamMember, input: setPercentInput, run: changePhase });

export const changePhaseAction = defineAction({
  who: teamMember,
  input: phaseForm,
  run: (db, { shownStatus, shownPercent, status, percent, ...change }, who) => {
    const shown = { status: shownStatus, percent: shownPercent };
    return changePhase(db, { ...change, ...changedState(shown, { status, percent }) }, who);
  },
  redirectTo: (phase) => paths.admin.projects.phases(phase.projectId),
});

export const removePhaseAction = defineAction({
  who: teamMember,
  input: phaseId,
  run: async (db, phase, who) => {
    await removePhase(db, phase, who);
    return phase;
  },
  redirectTo: ({ id }) => paths.admin.projects.phases(id),
});
