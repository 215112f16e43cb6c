'use server';

import { teamMember } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { paths } from '@/lib/paths';
import { projectEdit } from '@/lib/projects/checks';
import { changeProject, createProject } from '@/lib/projects/commands';
import { changeProjectInput, createProjectInput } from '@/lib/projects/schemas';

export const createProjectAction = defineAction({
  guard: teamMember,
  input: createProjectInput,
  run: createProject,
  redirectTo: (project) => paths.admin.projects.show(project.id),
});

export const changeProjectAction = defineAction({
  guard: teamMember,
  input: changeProjectInput,
  edits: projectEdit,
  run: changeProject,
  redirectTo: (project) => paths.admin.projects.show(project.id),
});
