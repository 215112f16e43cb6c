import { recordAudit } from '@/lib/audit/commands';
import type { AdminActor } from '@/lib/authz/actor';
import { Prisma } from '@/lib/db/generated/client';
import type { WriteDb } from '@/lib/db/handles';
import { getDocumentType } from '@/lib/documents/types/queries';
import type {
  ChangeDocumentTypeInput,
  CreateDocumentTypeInput,
  DocumentTypeDetail,
} from '@/lib/documents/types/schemas';
import { invalid } from '@/lib/errors';
import { saying } from '@/lib/search';
import { withoutUndefined } from '@/lib/without-undefined';

/** Adds a type of documents. Throws VALIDATION where there is one of that name. */
export async function createDocumentType(
  db: WriteDb,
  input: CreateDocumentTypeInput,
  actor: AdminActor,
): Promise<DocumentTypeDetail> {
  await requireFreeName(db, input.name);
  const data = { ...withoutUndefined(input), name: input.name, tenantId: actor.tenantId };
  const { id } = await namingOnce(db.documentType.create({ data, select: { id: true } }));
  await recordAudit(db, actor, {
    action: 'document_type.create',
    recordType: 'document_type',
    recordId: id,
    detail: withoutUndefined(input),
  });
  return getDocumentType(db, { id });
}

/** Changes what is named of a type; what it asks for then holds for documents on their way too. Throws NOT_FOUND, VALIDATION. */
export async function changeDocumentType(
  db: WriteDb,
  { id, ...change }: ChangeDocumentTypeInput,
  actor: AdminActor,
): Promise<DocumentTypeDetail> {
  if (change.name) await requireFreeName(db, change.name, id);
  await namingOnce(db.documentType.update({ where: { id }, data: withoutUndefined(change), select: { id: true } }));
  await recordAudit(db, actor, {
    action: 'document_type.change',
    recordType: 'document_type',
    recordId: id,
    detail: withoutUndefined(change),
  });
  return getDocumentType(db, { id });
}

/** “Plan” and “plan” are one name to people; the key, which holds two at once apart, knows them as two. */
async function requireFreeName(db: WriteDb, name: string, id?: string): Promise<void> {
  const where = { name: saying(name), ...(id ? { NOT: { id } } : {}) };
  const other = await db.documentType.findFirst({ where, select: { id: true } });
  if (other) throw invalid({ name: 'nameTaken' });
}

async function namingOnce<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : null;
    if (code === 'P2002') throw invalid({ name: 'nameTaken' });
    throw error;
  }
}
