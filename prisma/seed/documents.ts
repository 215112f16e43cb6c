import type { DocumentStatus } from '@/lib/db/generated/enums';
import { fileRow } from '@/prisma/seed/files';
import { uuid7 } from '@/prisma/seed/ids';
import type { KeptFile } from '@/prisma/seed/shelf';
import { peopleOf, type Stage, under } from '@/prisma/seed/stage';
import type { DocumentStory, PersonStory } from '@/prisma/seed/story';

/** Document types, and the documents with their versions, their steps from state to state, and who fetched them. */
export async function writeDocuments(stage: Stage): Promise<void> {
  const { story, tenantId, idOf, at } = stage;
  const since = at([story.tenant.since, '12:00']);
  const types = story.documentTypes.map((type) => {
    const { signed: _, ...columns } = type;
    return { ...columns, id: idOf(type), tenantId, createdAt: since, updatedAt: since };
  });
  await stage.inNameOf(story.admin, (db) => db.documentType.createMany({ data: types }));
  for (const document of story.documents) {
    const life = liveThrough(stage, document);
    await writeDocument(stage, document, life);
    await writeSteps(stage, document, life);
    await writeDownloads(stage, document, life);
  }
}

type Version = { id: string; file: KeptFile; by: PersonStory; at: Date };
type Step = { from: DocumentStatus; to: DocumentStatus; reason: string | null; by: PersonStory; at: Date };
type Publication = { version: Version; at: Date };

/** What became of a document: where it stands today, what clients see of it, and all that was ever published. */
type Life = {
  status: DocumentStatus;
  versions: Version[];
  steps: Step[];
  visible: Publication | null;
  publications: Publication[];
};

function liveThrough(stage: Stage, { title, events }: DocumentStory): Life {
  const life: Life = { status: 'draft', versions: [], steps: [], visible: null, publications: [] };
  for (const event of events) {
    const { by } = event;
    const at = stage.at(event.at);
    if ('upload' in event) {
      life.versions.push({ id: uuid7(), file: stage.files.upload(event), by, at });
      life.status = 'draft';
      continue;
    }
    life.steps.push({ from: life.status, to: event.to, reason: event.reason ?? null, by, at });
    if (event.to === 'published') {
      life.visible = { version: known(life.versions.at(-1), title), at };
      life.publications.push(life.visible);
    } else if (life.status === 'published') life.visible = null;
    life.status = event.to;
  }
  return life;
}

function known<T>(thing: T | undefined, title: string): T {
  if (thing === undefined) throw new Error(`The story of "${title}" is out of order`);
  return thing;
}

async function writeDocument(stage: Stage, document: DocumentStory, life: Life): Promise<void> {
  const { idOf } = stage;
  const { projectId, ...owner } = under(stage, document.project);
  const { status, versions, visible } = life;
  const createdAt = stage.at(known(document.events[0], document.title).at);
  const updatedAt = stage.at(known(document.events.at(-1), document.title).at);
  const id = idOf(document);
  await stage.inNameOf(stage.story.admin, async (db) => {
    const row = { ...owner, id, projectId, documentTypeId: idOf(document.type), title: document.title };
    await db.document.createMany({ data: { ...row, createdAt, updatedAt } });
    await db.storedFile.createMany({ data: versions.map(({ file, at }) => fileRow(stage, file, at)) });
  });
  for (const [index, { id: versionId, file, by, at }] of versions.entries()) {
    const author = { uploadedById: idOf(by), uploadedByName: by.name };
    const row = {
      ...owner,
      ...author,
      documentId: id,
      id: versionId,
      number: index + 1,
      fileId: file.id,
      createdAt: at,
    };
    await stage.inNameOf(by, (db) => db.documentVersion.createMany({ data: row }));
  }
  await stage.inNameOf(stage.story.admin, async (db) => {
    const shown = { publishedVersionId: visible?.version.id ?? null, publishedAt: visible?.at ?? null };
    await db.document.updateMany({ where: { id }, data: { status, ...shown, updatedAt } });
  });
}

async function writeSteps(stage: Stage, document: DocumentStory, { steps }: Life): Promise<void> {
  const { projectId, ...owner } = under(stage, document.project);
  const recordId = stage.idOf(document);
  const facts = { title: document.title, project: document.project.name, projectId };
  const to = peopleOf(stage, document.project.client);
  for (const { from, to: status, reason, by, at } of steps) {
    const actor = { actorId: stage.idOf(by), actorName: by.name };
    const step = { ...owner, documentId: recordId, fromStatus: from, toStatus: status, reason, createdAt: at };
    await stage.inNameOf(by, (db) => db.documentTransition.createMany({ data: { ...step, ...actor } }));
    const detail = { from, to: status };
    stage.deeds.push({ at, by, action: 'document.transition', recordType: 'document', recordId, detail });
    if (status === 'published')
      stage.notices.push({ at, kind: 'document_published', recordType: 'document', recordId, facts, to });
  }
}

/** Who fetched the document, and which version it was then. */
async function writeDownloads(stage: Stage, document: DocumentStory, { publications }: Life): Promise<void> {
  const { tenantId, clientId } = under(stage, document.project);
  for (const { by, at: moment } of document.downloads ?? []) {
    const at = stage.at(moment);
    const { version } = known(
      publications.findLast((publication) => publication.at < at),
      document.title,
    );
    const row = { tenantId, clientId, documentId: stage.idOf(document), versionId: version.id, createdAt: at };
    await stage.inNameOf(by, (db) =>
      db.documentDownload.createMany({ data: { ...row, userId: stage.idOf(by), userName: by.name } }),
    );
  }
}
