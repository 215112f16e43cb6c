'use server';

import { teamMember } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { paths } from '@/lib/paths';
import { updateEdit } from '@/lib/updates/checks';
import { changeUpdate, postUpdate, removeUpdate } from '@/lib/updates/commands';
import { commentByForm } from '@/lib/updates/comments/commands';
import { commentForm } from '@/lib/updates/comments/schemas';
import { changeUpdateForm, postUpdateInput, type TeamUpdate, updateOfProject } from '@/lib/updates/schemas';

/** A draft stays open, so that photos can be added; a published one is seen among the others. */
const pageAfter = ({ id, projectId, status }: TeamUpdate) =>
  status === 'draft' ? paths.admin.projects.update(projectId, id) : paths.admin.projects.updates(projectId);

export const postUpdateAction = defineAction({
  guard: teamMember,
  input: postUpdateInput,
  run: postUpdate,
  redirectTo: pageAfter,
});

export const changeUpdateAction = defineAction({
  guard: teamMember,
  input: changeUpdateForm,
  edits: updateEdit,
  run: changeUpdate,
  redirectTo: pageAfter,
});

export const removeUpdateAction = defineAction({
  guard: teamMember,
  input: updateOfProject,
  run: async (db, update, actor) => {
    await removeUpdate(db, update, actor);
    return update;
  },
  redirectTo: ({ id }) => paths.admin.projects.updates(id),
});

export const commentAction = defineAction({ guard: teamMember, input: commentForm, run: commentByForm });
