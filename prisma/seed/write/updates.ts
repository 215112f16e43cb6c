import { authorColumns, peopleOf, projectColumns, type SeedContext } from '@/prisma/seed/context';
import type { UpdateData } from '@/prisma/seed/story';
import { uuid7 } from '@/prisma/seed/uuid7';

/** Writes the updates of the projects with their photos and the comments on them. */
export async function writeUpdates(context: SeedContext): Promise<void> {
  for (const update of context.story.updates) {
    const id = uuid7();
    await writeUpdate(context, update, id);
    const place = projectColumns(context, update.project);
    for (const { by, at, body } of update.comments ?? []) {
      const author = { ...authorColumns(context, by), authorType: context.person(by).userType };
      const columns = { ...place, updateId: id };
      await context.actAsPerson(by, (db) =>
        db.projectComment.createMany({ data: { ...columns, ...author, body, createdAt: context.at(at) } }),
      );
      const { name, client } = context.project(update.project);
      context.notices.push({
        at: context.at(at),
        kind: 'comment_written',
        ...{ recordType: 'project_update', recordId: id, projectId: place.projectId },
        facts: { title: update.title, projectName: name, by: author.authorName },
        to: [update.by, ...peopleOf(context, client)].filter((key) => key !== by),
      });
    }
  }
}

async function writeUpdate(context: SeedContext, update: UpdateData, id: string): Promise<void> {
  const { title, body, by, photos = [] } = update;
  const { name, client } = context.project(update.project);
  const columns = projectColumns(context, update.project);
  const at = context.at(update.at);
  await context.actAsPerson(by, async (db) => {
    const times = { postedOn: context.day(update.at.slice(0, 10)), createdAt: at, updatedAt: at, publishedAt: at };
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
    projectId: columns.projectId,
    facts: { title, projectName: name },
    to: peopleOf(context, client),
  });
}
