import { peopleOf, type Stage, under } from '@/prisma/seed/stage';
import type { ProjectStory, UpdateStory } from '@/prisma/seed/story';

/** Projects with their phases. */
export async function writeProjects(stage: Stage): Promise<void> {
  const { story, tenantId, idOf, day, at, deeds } = stage;
  const projects = story.projects.map((project) => {
    const { name, description, status, address, contractValueMinor } = project;
    const createdAt = at([project.created, '11:00']);
    deeds.push({
      at: createdAt,
      by: story.admin,
      action: 'project.created',
      recordType: 'project',
      recordId: idOf(project),
    });
    return {
      id: idOf(project),
      tenantId,
      clientId: idOf(project.client),
      clientUserId: idOf(project.contact),
      name,
      description,
      status,
      address,
      contractValueMinor,
      startsOn: day(project.runs[0]),
      endsOn: day(project.runs[1]),
      createdAt,
      updatedAt: createdAt,
    };
  });
  await stage.inNameOf(story.admin, async (db) => {
    await db.project.createMany({ data: projects });
    await db.phase.createMany({ data: story.projects.flatMap((project) => phaseRows(stage, project)) });
  });
}

function phaseRows(stage: Stage, project: ProjectStory) {
  const { idOf, day, at } = stage;
  return project.phases.map((phase, position) => {
    const { planned, actual, ...columns } = phase;
    const [began, ended] = actual ?? [];
    if (ended !== undefined)
      stage.notices.push({
        at: at([ended, '17:30']),
        kind: 'phase_completed',
        recordType: 'phase',
        recordId: idOf(phase),
        facts: { phase: phase.name, project: project.name, projectId: idOf(project) },
        to: peopleOf(stage, project.client),
      });
    return {
      ...columns,
      ...under(stage, project),
      id: idOf(phase),
      position,
      plannedStartOn: day(planned[0]),
      plannedEndOn: day(planned[1]),
      actualStartOn: began === undefined ? null : day(began),
      actualEndOn: ended === undefined ? null : day(ended),
      createdAt: at([project.created, '11:00']),
      updatedAt: at([ended ?? began ?? project.created, '17:30']),
    };
  });
}

/** What staff posted on the projects, the photos with it, and what both sides wrote underneath. */
export async function writeUpdates(stage: Stage): Promise<void> {
  for (const update of stage.story.updates) {
    await writeUpdate(stage, update);
    for (const { by, at, body } of update.comments ?? []) {
      const author = { authorId: stage.idOf(by), authorName: by.name, authorType: by.userType };
      const place = { ...under(stage, update.project), updateId: stage.idOf(update) };
      await stage.inNameOf(by, (db) =>
        db.projectComment.createMany({ data: { ...place, ...author, body, createdAt: stage.at(at) } }),
      );
    }
  }
}

async function writeUpdate(stage: Stage, update: UpdateStory): Promise<void> {
  const { project, title, body, by, photos = [] } = update;
  const place = under(stage, project);
  const id = stage.idOf(update);
  const at = stage.at(update.at);
  await stage.inNameOf(by, async (db) => {
    const author = { authorId: stage.idOf(by), authorName: by.name };
    const times = { postedOn: stage.day(update.at[0]), createdAt: at, updatedAt: at };
    await db.projectUpdate.createMany({ data: { ...place, ...author, ...times, id, title, body } });
    await db.projectUpdatePhoto.createMany({
      data: photos.map((photo, position) => ({ ...place, updateId: id, photoId: stage.idOf(photo), position })),
    });
  });
  stage.notices.push({
    at,
    kind: 'project_update_posted',
    recordType: 'project_update',
    recordId: id,
    facts: { title, project: project.name, projectId: place.projectId },
    to: peopleOf(stage, project.client),
  });
}
