'use server';

import type { TeamActor } from '@/lib/authz/actor';
import { adminUser, teamMember } from '@/lib/authz/guards';
import type { WriteDb } from '@/lib/db/handles';
import { defineAction } from '@/lib/doors/action';
import { paths } from '@/lib/paths';
import { phaseEdit } from '@/lib/projects/phases/checks';
import { addPhase, changePhase, movePhase, removePhase } from '@/lib/projects/phases/commands';
import { changedState } from '@/lib/projects/phases/rule';
import { addPhaseInput, movePhaseInput, type PhaseForm, phaseForm, phaseId } from '@/lib/projects/phases/schemas';
import { setBaseline } from '@/lib/projects/schedule/commands';
import { setBaselineInput } from '@/lib/projects/schedule/schemas';
import { addPhasesFromTemplate, keepPhasesAsTemplate } from '@/lib/projects/templates/commands';
import { addPhasesFromTemplateInput, keepPhasesInput } from '@/lib/projects/templates/schemas';

export const addPhaseAction = defineAction({ guard: teamMember, input: addPhaseInput, run: addPhase });

export const movePhaseAction = defineAction({ guard: teamMember, input: movePhaseInput, run: movePhase });

/** The form sends every field; of the state only what differs from the shown one counts, so that the rest follows it. */
const change = {
  guard: teamMember,
  input: phaseForm,
  edits: phaseEdit,
  run: (db: WriteDb, { shown, ...sent }: PhaseForm, actor: TeamActor) => {
    const { id, phaseId, status, percent, actualStartOn, actualEndOn, ...rest } = sent;
    const state = changedState(shown, { status, percent, actualStartOn, actualEndOn });
    return changePhase(db, { id, phaseId, ...rest, ...state }, actor, { asksReason: true });
  },
};

/** A row of the grid. */
export const savePhaseAction = defineAction(change);

export const changePhaseAction = defineAction({
  ...change,
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

export const setBaselineAction = defineAction({ guard: teamMember, input: setBaselineInput, run: setBaseline });

export const addPhasesFromTemplateAction = defineAction({
  guard: teamMember,
  input: addPhasesFromTemplateInput,
  run: addPhasesFromTemplate,
});

export const keepPhasesAsTemplateAction = defineAction({
  guard: adminUser,
  input: keepPhasesInput,
  run: keepPhasesAsTemplate,
});
