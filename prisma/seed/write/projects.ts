import { peopleOf, projectColumns, type SeedContext } from '@/prisma/seed/context';
import type { PhaseData } from '@/prisma/seed/story';
import { uuid7 } from '@/prisma/seed/uuid7';
import { movePlannedDates } from '@/prisma/seed/write/planned-dates';

/** Writes the projects with their phases, and the templates of phases. */
export async function writeProjects(context: SeedContext): Promise<void> {
  const { story, tenantId, idOf, day, at, minor, auditedActions } = context;
  const projects = Object.entries(story.projects).map(([key, project]) => {
    const { name, description, status, address, planned, hoursShown = 'entries' } = project;
    const id = idOf('projects', key);
    const createdAt = at(`${project.created} 11:00`);
    const record = { recordType: 'project', recordId: id };
    auditedActions.push({ at: createdAt, by: story.admin, action: 'project.created', ...record });
    return {
      ...{ id, tenantId, name, description, status, address, hoursShown },
      clientId: idOf('clients', project.client),
      clientUserId: idOf('people', project.contact),
      contractValueMinor: minor(project.contractValue),
      startsOn: day(planned[0]),
      endsOn: day(planned[1]),
      createdAt,
      updatedAt: createdAt,
    };
  });
  const phases = Object.entries(story.projects).flatMap(([key, project]) =>
    Object.entries(project.phases).map(([phaseKey, phase], position) =>
      phaseRow(context, { project: key, phaseKey, phase, position }),
    ),
  );
  const instalments = Object.keys(story.projects).flatMap((project) => instalmentRows(context, project));
  const createdAt = at(`${story.tenant.since} 12:00`);
  const templates = story.phaseTemplates.map(({ name, phases: of }) => {
    return { id: uuid7(), tenantId, name, phases: [...of], createdAt, updatedAt: createdAt };
  });
  await context.actAsPerson(story.admin, async (db) => {
    await db.phaseTemplate.createMany({ data: templates });
    await db.project.createMany({ data: projects });
    await db.phase.createMany({ data: phases });
    await db.instalment.createMany({ data: instalments });
  });
  await movePlannedDates(context);
}

type Place = { project: string; phaseKey: string; phase: PhaseData; position: number };

/** The row of a phase; its completion is also noted as a notification. */
function phaseRow(context: SeedContext, { project, phaseKey, phase, position }: Place) {
  const { idOf, day, at } = context;
  const { name, status, weight, planned, moved, actual = [], percent = status === 'completed' ? 100 : 0 } = phase;
  const { name: projectName, client, created } = context.project(project);
  const columns = projectColumns(context, project);
  const id = idOf('phases', `${project}/${phaseKey}`);
  const [began, ended] = actual;
  if (ended !== undefined)
    context.notices.push({
      at: at(`${ended} 17:30`),
      kind: 'phase_completed',
      recordType: 'phase',
      recordId: id,
      projectId: columns.projectId,
      facts: { name, projectName },
      to: peopleOf(context, client),
    });
  return {
    ...columns,
    ...{ id, key: phaseKey, name, weight, status, percent, position },
    plannedStartOn: day((moved?.plan ?? planned)[0]),
    plannedEndOn: day((moved?.plan ?? planned)[1]),
    actualStartOn: began === undefined ? null : day(began),
    actualEndOn: ended === undefined ? null : day(ended),
    createdAt: at(`${created} 11:00`),
    updatedAt: at(`${ended ?? began ?? created} 17:30`),
  };
}

/** The payment schedule of a project. */
function instalmentRows(context: SeedContext, project: string) {
  const { idOf, day, at, minor } = context;
  const { instalments = {}, created } = context.project(project);
  const createdAt = at(`${created} 11:45`);
  return Object.entries(instalments).map(([key, instalment], index) => ({
    ...{ ...projectColumns(context, project), id: idOf('instalments', `${project}/${key}`), position: index + 1 },
    ...{ title: instalment.title, createdAt, updatedAt: createdAt },
    phaseId: instalment.phase === undefined ? null : idOf('phases', `${project}/${instalment.phase}`),
    dueOn: instalment.due === undefined ? null : day(instalment.due),
    rate: 'percent' in instalment ? instalment.percent * 10_000 : null,
    amountMinor: 'amount' in instalment ? minor(instalment.amount) : null,
  }));
}
