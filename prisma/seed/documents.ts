import type { Prisma } from '@/lib/db/generated/client';
import type { DocumentStatus } from '@/lib/db/generated/enums';
import { announcedFile } from '@/prisma/seed/files';
import { uuid7 } from '@/prisma/seed/ids';
import { peopleOf, type Stage, under } from '@/prisma/seed/stage';
import type { DocumentStory, PersonStory } from '@/prisma/seed/story';

/** Document types, and the documents with their versions, their steps from state to state, and who fetched them. */
export async function writeDocuments(stage: Stage): Promise<void> {
  const { story, tenantId, idOf, at } = stage;
  const since = at([story.tenant.since, '12:00']);
  await stage.inNameOf(story.admin, (db) =>
    db.documentType.createMany({
      data: story.documentTypes.map((type) => ({
        ...type,
        id: idOf(type),
        tenantId,
        createdAt: since,
        updatedAt: since,
      })),
    }),
  );
  for (const document of story.documents) await writeDocument(stage, document);
}

type Life = {
  status: DocumentStatus;
  versions: { id: string; number: number; fileName: string; by: PersonStory; at: Date }[];
  steps: { from: DocumentStatus; to: DocumentStatus; reason: string | null; by: PersonStory; at: Date }[];
  published: { versionId: string; at: Date } | null;
  changedAt: Date;
};

/** Follows a document through its events to the state it is in today. */
function liveThrough(stage: Stage, { title, events }: DocumentStory): Life {
  const life: Life = { status: 'draft', versions: [], steps: [], published: null, changedAt: new Date(0) };
  for (const event of events) {
    const { by } = event;
    const at = stage.at(event.at);
    life.changedAt = at;
    if ('upload' in event) {
      life.versions.push({ id: uuid7(), number: life.versions.length + 1, fileName: event.upload, by, at });
      life.status = 'draft';
      continue;
    }
    life.steps.push({ from: life.status, to: event.to, reason: event.reason ?? null, by, at });
    if (event.to === 'published') life.published = { versionId: newest(life, title).id, at };
    if (event.to === 'approved' && life.status === 'published') life.published = null;
    life.status = event.to;
  }
  return life;
}

function newest({ versions }: Life, title: string) {
  const version = versions.at(-1);
  if (!version) throw new Error(`"${title}" has no version yet`);
  return version;
}

async function writeDocument(stage: Stage, document: DocumentStory): Promise<void> {
  const { idOf } = stage;
  const life = liveThrough(stage, document);
  const place = under(stage, document.project);
  const id = idOf(document);
  await stage.inNameOf(stage.story.admin, async (db) => {
    const createdAt = life.versions[0]?.at ?? life.changedAt;
    const { title } = document;
    await db.document.createMany({
      data: { ...place, id, title, documentTypeId: idOf(document.type), createdAt, updatedAt: createdAt },
    });
    const files = life.versions.map((version) =>
      announcedFile(stage, uuid7(), version.fileName, 'application/pdf', version.at),
    );
    await db.storedFile.createMany({ data: files });
    const parent = { tenantId: place.tenantId, clientId: place.clientId, documentId: id };
    await db.documentVersion.createMany({
      data: life.versions.map(({ id, number, by, at }, index) => ({
        ...{ ...parent, id, number, fileId: files[index]?.id ?? '' },
        ...{ uploadedById: idOf(by), uploadedByName: by.name, createdAt: at },
      })),
    });
    await db.document.updateMany({ where: { id }, data: stateOf(life) });
  });
  await writeSteps(stage, document, life);
  for (const { by, at } of document.downloads ?? [])
    await stage.inNameOf(by, (db) =>
      db.documentDownload.createMany({
        data: {
          ...{ tenantId: place.tenantId, clientId: place.clientId, documentId: id },
          ...{
            versionId: life.published?.versionId ?? '',
            userId: idOf(by),
            userName: by.name,
            createdAt: stage.at(at),
          },
        },
      }),
    );
}

function stateOf({
  status,
  published,
  changedAt,
}: Life): Prisma.DocumentUpdateManyMutationInput & { publishedVersionId: string | null } {
  return {
    status,
    publishedVersionId: published?.versionId ?? null,
    publishedAt: published?.at ?? null,
    updatedAt: changedAt,
  };
}

async function writeSteps(stage: Stage, document: DocumentStory, { steps }: Life): Promise<void> {
  const { tenantId, clientId, projectId } = under(stage, document.project);
  const documentId = stage.idOf(document);
  for (const { from, to, reason, by, at } of steps) {
    const actor = { actorId: stage.idOf(by), actorName: by.name };
    const step = { tenantId, clientId, documentId, fromStatus: from, toStatus: to, reason, createdAt: at };
    await stage.inNameOf(by, (db) => db.documentTransition.createMany({ data: { ...step, ...actor } }));
    stage.deeds.push({
      at,
      by,
      action: 'document.transition',
      recordType: 'document',
      recordId: documentId,
      detail: { from, to },
    });
    if (to !== 'published') continue;
    stage.notices.push({
      at,
      kind: 'document_published',
      recordType: 'document',
      recordId: documentId,
      facts: { title: document.title, project: document.project.name, projectId },
      to: peopleOf(stage, document.project),
    });
  }
}
