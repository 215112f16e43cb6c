import type { DocumentStatus } from '@/lib/db/generated/enums';
import { peopleOf, projectColumns, type SeedContext } from '@/prisma/seed/context';
import type { DocumentData } from '@/prisma/seed/document-data';
import type { StoredDocument } from '@/prisma/seed/files/make-document';
import { uuid7 } from '@/prisma/seed/uuid7';
import { storedFileRow } from '@/prisma/seed/write/stored-files';

/** Writes document types, and documents with their versions, steps from status to status, and downloads. */
export async function writeDocuments(context: SeedContext): Promise<void> {
  const { story, tenantId, idOf, at } = context;
  const createdAt = at(`${story.tenant.since} 12:00`);
  const types = Object.entries(story.documentTypes).map(([key, { signed: _, ...columns }]) => ({
    ...columns,
    ...{ id: idOf('documentTypes', key), tenantId, createdAt, updatedAt: createdAt },
  }));
  await context.actAsPerson(story.admin, (db) => db.documentType.createMany({ data: types }));
  for (const data of story.documents) {
    const document = replay(context, data);
    await writeDocument(context, document);
    await writeTransitions(context, document);
    await writeDownloads(context, document);
  }
}

type Version = { id: string; file: StoredDocument; by: string; at: Date };
type Transition = { from: DocumentStatus; to: DocumentStatus; reason: string | null; by: string; at: Date };
type Publication = { version: Version; at: Date };

/** A document after all events of its history. `visible` is what clients see, `publications` all they ever saw. */
type Document = {
  id: string;
  data: DocumentData;
  status: DocumentStatus;
  versions: Version[];
  transitions: Transition[];
  visible: Publication | null;
  publications: Publication[];
};

function replay(context: SeedContext, data: DocumentData): Document {
  const document: Document = {
    ...{ id: uuid7(), data, status: 'draft', visible: null },
    ...{ versions: [], transitions: [], publications: [] },
  };
  for (const event of data.history) {
    const { by } = event;
    const at = context.at(event.at);
    if ('upload' in event) {
      document.versions.push({ id: uuid7(), file: context.files.document(event.upload), by, at });
      document.status = 'draft';
      continue;
    }
    document.transitions.push({ from: document.status, to: event.to, reason: event.reason ?? null, by, at });
    if (event.to === 'published') {
      document.visible = { version: present(document.versions.at(-1), data.title), at };
      document.publications.push(document.visible);
    } else if (document.status === 'published') document.visible = null;
    document.status = event.to;
  }
  return document;
}

function present<T>(value: T | undefined, title: string): T {
  if (value === undefined) throw new Error(`The history of document "${title}" is out of order`);
  return value;
}

async function writeDocument(context: SeedContext, document: Document): Promise<void> {
  const { idOf, person } = context;
  const { id, data, status, versions, visible } = document;
  const { title, history } = data;
  const { projectId, ...owner } = projectColumns(context, data.project);
  const createdAt = context.at(present(history[0], title).at);
  const updatedAt = context.at(present(history.at(-1), title).at);
  await context.actAsPerson(context.story.admin, async (db) => {
    const documentTypeId = idOf('documentTypes', data.type);
    await db.document.createMany({ data: { ...owner, id, projectId, documentTypeId, title, createdAt, updatedAt } });
    await db.storedFile.createMany({ data: versions.flatMap(({ file, at }) => fileRows(owner.tenantId, file, at)) });
  });
  for (const [index, { id: versionId, file, by, at }] of versions.entries()) {
    const uploader = { uploadedById: idOf('people', by), uploadedByName: person(by).name };
    const version = { ...owner, ...uploader, documentId: id, id: versionId, number: index + 1, fileId: file.id };
    // The wall lets every role upload in its own name only.
    await context.actAsPerson(by, (db) => db.documentVersion.createMany({ data: { ...version, createdAt: at } }));
    if (!file.picture) continue;
    const { file: page, ...size } = file.picture;
    const picture = { ...owner, ...size, documentId: id, versionId, fileId: page.id };
    await context.actAsPerson(by, (db) => db.documentPicture.createMany({ data: picture }));
  }
  await context.actAsPerson(context.story.admin, async (db) => {
    const published = { publishedVersionId: visible?.version.id ?? null, publishedAt: visible?.at ?? null };
    await db.document.updateMany({ where: { id }, data: { status, ...published, updatedAt } });
  });
}

function fileRows(tenantId: string, { picture, ...file }: StoredDocument, at: Date) {
  return [file, ...(picture ? [picture.file] : [])].map((one) => storedFileRow(tenantId, one, at));
}

/** The event of a step, by the status that it leads to. */
const eventOf = {
  draft: 'document.revised',
  pending: 'document.submitted',
  approved: 'document.approved',
  published: 'document.published',
  rejected: 'document.rejected',
} as const;

/** Writes the steps from status to status, and notes each in the audit trail and each publication as a notification. */
async function writeTransitions(context: SeedContext, { id, data, transitions }: Document): Promise<void> {
  const { projectId, ...owner } = projectColumns(context, data.project);
  const { name, client } = context.project(data.project);
  const record = { recordType: 'document', recordId: id } as const;
  for (const { from, to: status, reason, by, at } of transitions) {
    const actor = { actorId: context.idOf('people', by), actorName: context.person(by).name };
    const step = { ...owner, documentId: id, fromStatus: from, toStatus: status, reason, createdAt: at };
    await context.actAsPerson(by, (db) => db.documentTransition.createMany({ data: { ...step, ...actor } }));
    const detail = { from, to: status };
    context.auditedActions.push({ at, by, action: eventOf[status], ...record, detail });
    if (status !== 'published') continue;
    const facts = { title: data.title, projectName: name };
    context.notices.push({
      at,
      kind: 'document_published',
      ...record,
      projectId,
      facts,
      to: peopleOf(context, client),
    });
  }
}

/** Writes the downloads, each of the version that was published at its time. */
async function writeDownloads(context: SeedContext, { id, data, publications }: Document): Promise<void> {
  const { tenantId, clientId } = projectColumns(context, data.project);
  for (const { by, at } of data.downloads ?? []) {
    const createdAt = context.at(at);
    const seen = publications.findLast((publication) => publication.at < createdAt);
    const versionId = present(seen, data.title).version.id;
    const user = { userId: context.idOf('people', by), userName: context.person(by).name };
    await context.actAsPerson(by, (db) =>
      db.documentDownload.createMany({ data: { tenantId, clientId, documentId: id, versionId, createdAt, ...user } }),
    );
    await context.actAsPerson(
      by,
      (db) => db.$executeRaw`
        insert into openings as o (tenant_id, client_id, user_id, user_name, record_type, record_id, way, first_at, last_at)
        values (${tenantId}::uuid, ${clientId}::uuid, ${user.userId}::uuid, ${user.userName}, 'document', ${id}::uuid, 'downloaded', ${createdAt}, ${createdAt})
        on conflict (record_id, user_id, way) do update set times = o.times + 1, last_at = excluded.last_at`,
    );
  }
}
