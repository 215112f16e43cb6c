'use server';

import { teamMember } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { paths } from '@/lib/paths';
import { addPhase, changePhase, movePhase, removePhase } from '@/lib/projects/phases/commands';
import { changedState } from '@/lib/projects/phases/rule';
import { addPhaseInput, movePhaseInput, phaseForm, phaseId, setPercentInput } from '@/lib/projects/phases/schemas';

export const addPhaseAction = defineAction({ guard: teamMember, input: addPhaseInput, run: addPhase });

export const movePhaseAction = defineAction({ guard: teamMember, input: movePhaseInput, run: movePhase });

export const setPercentAction = defineAction({ guard: teamMember, input: setPercentInput, run: changePhase });

export const changePhaseAction = defineAction({
  guard: teamMember,
  input: phaseForm,
  run: (db, { shownStatus, shownPercent, status, percent, ...change }, actor) => {
    const shown = { status: shownStatus, percent: shownPercent };
    return changePhase(db, { ...change, ...changedState(shown, { status, percent }) }, actor);
  },
  redirectTo: (phase) => paths.admin.projects.phases(phase.projectId),
});

export const removePhaseAction = defineAction({
  guard: teamMember,
  input: phaseId,
  run: async (db, phase, actor) => {
    await removePhase(db, phase, actor);
    return phase;
  },
  redirectTo: ({ id }) => paths.admin.projects.phases(id),
});
