import type pg from 'pg';
import { DocumentStatus, PhaseStatus, PhotoVisibility, ProjectStatus } from '@/lib/db/generated/enums';
import {
  createPhase,
  createProject,
  createProjectComment,
  createProjectUpdate,
  type ProjectParent,
} from '@/tests/support/factories/identity';
import { createTimeEntry } from '@/tests/support/factories/money';
import {
  createDocument,
  createDocumentPicture,
  createDocumentVersion,
  createPhoto,
  publishVersion,
} from '@/tests/support/factories/records';
import { insertRow } from '@/tests/support/factories/rows';
import type { Choose, ClientMember, TeamMember } from '@/tests/support/wall/random-tenant';
import { seedTickets } from '@/tests/support/wall/random-tickets';

type Cast = {
  client: { tenantId: string; id: string };
  people: readonly ClientMember[];
  team: readonly TeamMember[];
  types: readonly { id: string }[];
  choose: Choose;
};

/** Inserts a project with all its records, in every status and visibility. */
export async function seedProject(owner: pg.Client, cast: Cast): Promise<{ id: string }> {
  const { client, people, team, choose } = cast;
  const clientUserId = choose.one([null, ...people.map(({ id }) => id)]);
  const status = choose.one(Object.values(ProjectStatus));
  const hoursShown = choose.one(['entries', 'totals', 'hidden']);
  const dateHistoryShown = choose.one([true, true, false]);
  const project = await createProject(owner, client, { clientUserId, status, hoursShown, dateHistoryShown });
  const phases: { id: string }[] = [];
  for (const [position, phase] of Object.values(PhaseStatus).entries())
    phases.push(
      await createPhase(owner, project, { position, status: phase, percent: phase === 'completed' ? 100 : 0 }),
    );
  // One phase has moved: rows of the history from before the plan and from the plan on.
  const moved = await createPhase(owner, project, { position: 9, plannedEndOn: '2026-05-01' });
  const { tenantId, clientId, projectId } = moved;
  const place = { tenantId, clientId, projectId, phaseId: moved.id, phaseName: moved.name };
  for (const inPlan of [true, false])
    await insertRow(owner, 'phase_date_changes', {
      ...{ ...place, kind: 'move', inPlan, fromEndOn: '2026-04-01', toEndOn: '2026-05-01', reason: 'weather' },
      changedById: choose.one(team).id,
    });
  // Of the two of a person, an invoice may bill one.
  for (const person of [...team, ...team]) await createTimeEntry(owner, project, person, { hoursShown });
  for (const documentStatus of Object.values(DocumentStatus)) await seedDocument(owner, cast, project, documentStatus);
  for (const fetched of [true, false]) await seedWithdrawn(owner, cast, project, fetched);
  await seedPhotos(owner, cast, project, phases);
  await seedTickets(owner, cast, project);
  return project;
}

/** `published`: the first of two versions is published and downloaded. In other states it is published about half the time. */
async function seedDocument(owner: pg.Client, cast: Cast, project: ProjectParent, status: DocumentStatus) {
  const { types, team, people, choose } = cast;
  const document = await createDocument(owner, project, choose.one(types));
  const [first, author] = [await createDocumentVersion(owner, document, choose.one(team)), choose.one(team)];
  await createDocumentVersion(owner, document, author, { number: 2 });
  const drawn = await createDocumentVersion(owner, document, author, { number: 3 });
  for (const version of [first, drawn]) await createDocumentPicture(owner, version);
  if (status === 'published' || choose.one([true, false])) await publishVersion(owner, first, status);
  else await owner.query('update documents set status = $1 where id = $2', [status, document.id]);
  await seedStep(owner, document, author, status);
  if (status === 'published') await seedDownload(owner, document, first, choose.one(people));
}

/** A withdrawn document; `fetched`: downloaded while it was published. */
async function seedWithdrawn(owner: pg.Client, cast: Cast, project: ProjectParent, fetched: boolean) {
  const { types, team, people, choose } = cast;
  const document = await createDocument(owner, project, choose.one(types), { status: 'approved' });
  const version = await createDocumentVersion(owner, document, choose.one(team));
  await seedStep(owner, document, choose.one(team), 'published');
  if (fetched) await seedDownload(owner, document, version, choose.one(people));
}

type Inserted = { tenantId: string; clientId: string; id: string };

const placeOf = ({ tenantId, clientId, id: documentId }: Inserted) => ({ tenantId, clientId, documentId });

async function seedDownload(owner: pg.Client, document: Inserted, version: { id: string }, person: ClientMember) {
  const reader = { userId: person.id, userName: person.name };
  // Old enough that another download of the same version counts separately.
  const createdAt = new Date(Date.now() - 3_600_000);
  await seedOpening(
    owner,
    { tenantId: document.tenantId, clientId: document.clientId, recordType: 'document', recordId: document.id },
    person,
  );
  await insertRow(owner, 'document_downloads', { ...placeOf(document), versionId: version.id, ...reader, createdAt });
}

/** That a person opened a record, by a row that their download of it would not meet. */
export async function seedOpening(
  owner: pg.Client,
  record: { tenantId: string; clientId: string; recordType: string; recordId: string },
  person: ClientMember,
) {
  await insertRow(owner, 'openings', { ...record, userId: person.id, userName: person.name, way: 'opened' });
}

async function seedStep(owner: pg.Client, document: Inserted, author: TeamMember, toStatus: DocumentStatus) {
  const step = { fromStatus: DocumentStatus.draft, toStatus, actorId: author.id, actorName: author.name };
  await insertRow(owner, 'document_transitions', { ...placeOf(document), ...step });
}

/** Photos of every visibility in an update with comments of client and team, and one photo outside any update. */
async function seedPhotos(
  owner: pg.Client,
  { team, people, choose }: Cast,
  project: ProjectParent,
  phases: { id: string }[],
) {
  const update = await createProjectUpdate(owner, project, choose.one(team));
  const draft = await createProjectUpdate(owner, project, choose.one(team), {
    publishedAt: null,
    phaseId: choose.one(phases).id,
  });
  await createProjectUpdate(owner, project, choose.one(team), { weekOn: '2026-02-23', publishedAt: null });
  const { tenantId, clientId, projectId, id: updateId } = update;
  for (const [position, visibility] of Object.values(PhotoVisibility).entries()) {
    const photo = await createPhoto(owner, project, choose.one(team), { visibility, phaseId: choose.one(phases).id });
    const place = { tenantId, clientId, projectId, updateId };
    await insertRow(owner, 'project_update_photos', { ...place, photoId: photo.id, position });
    await insertRow(owner, 'project_update_photos', { ...place, updateId: draft.id, photoId: photo.id, position });
    await seedOpening(owner, { tenantId, clientId, recordType: 'photo', recordId: photo.id }, choose.one(people));
  }
  await createPhoto(owner, project, choose.one(team), { caption: 'spare' });
  // The wall lets nobody comment on a draft; these are there to be copied.
  for (const of of [update, draft])
    for (const author of [...people, ...team]) await createProjectComment(owner, of, author);
  for (const { id: authorId, name: authorName } of team)
    await insertRow(owner, 'update_notes', {
      ...{ tenantId, clientId, projectId, updateId, authorId, authorName },
      body: 'Between us',
    });
}
