import { z } from 'zod';
import { teamMember } from '@/lib/authz/guards';
import { recordOf } from '@/lib/doors/envelope';
import { defineReadRoute, defineWriteRoute } from '@/lib/doors/route';
import { updateEdit } from '@/lib/updates/checks';
import { changeUpdate, removeUpdate } from '@/lib/updates/commands';
import { changeUpdateInput, teamUpdate, updateOfProject } from '@/lib/updates/schemas';
import { getTeamUpdate } from '@/lib/updates/team-queries';

const output = recordOf(teamUpdate);

export const GET = defineReadRoute({
  summary: 'One update of a project, also a draft.',
  guard: teamMember,
  input: updateOfProject,
  output,
  edits: updateEdit,
  run: async (db, input) => ({ data: await getTeamUpdate(db, input) }),
});

export const PATCH = defineWriteRoute({
  summary:
    'Changes the named fields of an update; `publish` makes a draft visible. A change of a published one is marked as a correction.',
  guard: teamMember,
  input: changeUpdateInput,
  output,
  edits: updateEdit,
  run: async (db, input, actor) => ({ data: await changeUpdate(db, input, actor) }),
});

export const DELETE = defineWriteRoute({
  summary: 'Removes a draft; its photos stay with the project.',
  guard: teamMember,
  input: updateOfProject,
  output: z.void(),
  status: 204,
  run: removeUpdate,
});
