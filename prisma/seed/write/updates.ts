import { authorColumns, peopleOf, projectColumns, type SeedContext } from '@/prisma/seed/context';
import type { UpdateData } from '@/prisma/seed/story';
import { uuid7 } from '@/prisma/seed/uuid7';

/** Writes the updates of the projects with their photos and the comments on them. */
export async function writeUpdates(context: SeedContext): Promise<void> {
  for (const update of context.story.updates) {
    const id = uuid7();
    await writeUpdate(context, update, id);
    for (const { by, at, body } of update.comments ?? []) {
      const author = { ...authorColumns(context, by), authorType: context.person(by).userType };
      const columns = { ...projectColumns(context, update.project), updateId: id };
      await context.actAsPerson(by, (db) =>
        db.projectComment.createMany({ data: { ...columns, ...author, body, createdAt: context.at(at) } }),
      );
    }
  }
}

async function writeUpdate(context: SeedContext, update: UpdateData, id: string): Promise<void> {
  const { title, body, by, photos = [] } = update;
  const { name, client } = context.project(update.project);
  const columns = projectColumns(context, update.project);
  const at = context.at(update.at);
  await context.actAsPerson(by, async (db) => {
    const times = { postedOn: context.day(update.at.slice(0, 10)), createdAt: at, updatedAt: at };
    const author = authorColumns(context, by);
    await db.projectUpdate.createMany({ data: { ...columns, ...author, ...times, id, title, body } });
    await db.projectUpdatePhoto.createMany({
      data: photos.map((key, position) => ({
        ...columns,
        updateId: id,
        photoId: context.idOf('photos', key),
        position,
      })),
    });
  });
  context.notices.push({
    at,
    kind: 'project_update_posted',
    recordType: 'project_update',
    recordId: id,
    facts: { title, project: name, projectId: columns.projectId },
    to: peopleOf(context, client),
  });
}
