import { peopleOf, type SeedContext } from '@/prisma/seed/context';

/**
 * Moves planned dates from those of the plan to those of today, in the order of their times, so that the database writes the
 * history as it does for everybody. Each is also noted as a notification.
 */
export async function movePlannedDates(context: SeedContext): Promise<void> {
  const { story, day, at, idOf, actAsPerson, notices, auditedActions } = context;
  const moves = Object.entries(story.projects).flatMap(([project, { name: projectName, client, phases }]) =>
    Object.entries(phases).flatMap(([key, { name, planned, moved }]) =>
      moved
        ? { ...moved, at: at(moved.at), project, projectName, client, name, planned, key: `${project}/${key}` }
        : [],
    ),
  );
  moves.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { key, project, projectName, client, name, planned, reason, note = '', at: moment } of moves) {
    const [plannedStartOn, plannedEndOn] = [day(planned[0]), day(planned[1])];
    const id = idOf('phases', key);
    await actAsPerson(story.admin, async (db) => {
      await db.$queryRaw`select set_config('app.date_reason', ${reason}, true), set_config('app.date_note', ${note}, true),
        set_config('app.date_changed_at', ${moment.toISOString()}, true)`;
      const { updatedAt } = await db.phase.findUniqueOrThrow({ where: { id }, select: { updatedAt: true } });
      await db.phase.update({ where: { id }, data: { plannedStartOn, plannedEndOn, updatedAt }, select: { id: true } });
      await db.$queryRaw`select set_config('app.date_reason', '', true), set_config('app.date_note', '', true),
        set_config('app.date_changed_at', '', true)`;
    });
    const record = { recordType: 'phase' as const, recordId: id };
    auditedActions.push({ at: moment, by: story.admin, action: 'phase.rescheduled', ...record });
    notices.push({
      ...{ at: moment, kind: 'phase_rescheduled', ...record, projectId: idOf('projects', project) },
      facts: { name, projectName, reason, moved: 'end', endOn: plannedEndOn.toISOString().slice(0, 10) },
      to: peopleOf(context, client),
    });
  }
}
