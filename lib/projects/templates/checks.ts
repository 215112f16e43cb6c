import type { Actor } from '@/lib/authz/actor';
import { defineEdit } from '@/lib/edits/edit';
import { getPhaseTemplate } from '@/lib/projects/templates/queries';
import type { PhaseTemplateDetail } from '@/lib/projects/templates/schemas';

/** The form of a template. */
export const phaseTemplateEdit = defineEdit<{ id: string }, Actor, PhaseTemplateDetail>({
  table: 'phase_templates',
  id: ({ id }) => id,
  read: getPhaseTemplate,
  fields: ({ name, phases }) => ({ name, phases }),
  events: { record: 'phase_template', names: ['phase_template.created', 'phase_template.changed'] },
});
