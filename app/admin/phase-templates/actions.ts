'use server';

import { z } from 'zod';
import { adminUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { paths } from '@/lib/paths';
import { phaseTemplateEdit } from '@/lib/projects/templates/checks';
import { changePhaseTemplate, createPhaseTemplate, removePhaseTemplate } from '@/lib/projects/templates/commands';
import {
  changePhaseTemplateInput,
  createPhaseTemplateInput,
  phaseTemplateId,
  templatePhase,
} from '@/lib/projects/templates/schemas';

const { name, weight, days } = templatePhase.shape;

/** The rows of the form. An empty one is left out; an absent weight is 1. */
const rows = z
  .array(z.strictObject({ name: name.nullish(), weight: weight.nullish(), days: days.nullish() }))
  .transform((sent, context) =>
    sent.flatMap((row, at) => {
      if (row.name) return [{ name: row.name, weight: row.weight ?? 1, days: row.days ?? null }];
      if (row.weight || row.days) context.addIssue({ code: 'custom', message: 'required', path: [at, 'name'] });
      return [];
    }),
  )
  .pipe(createPhaseTemplateInput.shape.phases);

export const createPhaseTemplateAction = defineAction({
  guard: adminUser,
  input: createPhaseTemplateInput.extend({ phases: rows }),
  run: createPhaseTemplate,
  redirectTo: paths.admin.phaseTemplates.list,
});

export const changePhaseTemplateAction = defineAction({
  guard: adminUser,
  input: changePhaseTemplateInput.extend({ phases: rows }),
  edits: phaseTemplateEdit,
  run: changePhaseTemplate,
  redirectTo: paths.admin.phaseTemplates.list,
});

export const removePhaseTemplateAction = defineAction({
  guard: adminUser,
  input: phaseTemplateId,
  run: removePhaseTemplate,
  redirectTo: paths.admin.phaseTemplates.list,
});
