import type { AdminActor } from '@/lib/authz/actor';
import { refusing } from '@/lib/db/constraint-errors';
import type { WriteDb } from '@/lib/db/handles';
import { saying } from '@/lib/db/search';
import { getDocumentType } from '@/lib/documents/types/queries';
import type {
  ChangeDocumentTypeInput,
  CreateDocumentTypeInput,
  DocumentTypeDetail,
} from '@/lib/documents/types/schemas';
import { invalid } from '@/lib/errors';
import { recordEvent } from '@/lib/events/record';
import { withoutUndefined } from '@/lib/without-undefined';

/** Adds a document type. Throws VALIDATION for a name that is taken. */
export async function createDocumentType(
  db: WriteDb,
  input: CreateDocumentTypeInput,
  actor: AdminActor,
): Promise<DocumentTypeDetail> {
  await requireFreeName(db, input.name);
  const data = { ...withoutUndefined(input), name: input.name, tenantId: actor.tenantId };
  const { id } = await namingOnce(db.documentType.create({ data, select: { id: true } }));
  await recordEvent(db, actor, { name: 'document_type.created', recordId: id, facts: input });
  return getDocumentType(db, { id });
}

/** Changes the named fields of a type; its rules apply to documents in progress too. Throws NOT_FOUND, VALIDATION. */
export async function changeDocumentType(
  db: WriteDb,
  { id, ...change }: ChangeDocumentTypeInput,
  actor: AdminActor,
): Promise<DocumentTypeDetail> {
  if (change.name) await requireFreeName(db, change.name, id);
  const was = await getDocumentType(db, { id });
  await namingOnce(db.documentType.update({ where: { id }, data: withoutUndefined(change), select: { id: true } }));
  await recordEvent(db, actor, { name: 'document_type.changed', recordId: id, facts: change, was });
  return getDocumentType(db, { id });
}

/** Throws VALIDATION for a name that is taken in any case: to the unique index “Plan” and “plan” differ. */
async function requireFreeName(db: WriteDb, name: string, id?: string): Promise<void> {
  const where = { name: saying(name), ...(id ? { NOT: { id } } : {}) };
  const other = await db.documentType.findFirst({ where, select: { id: true } });
  if (other) throw invalid({ name: 'nameTaken' });
}

function namingOnce<T>(work: PromiseLike<T>): Promise<T> {
  return refusing(work, { document_types_tenant_id_name_key: () => invalid({ name: 'nameTaken' }) });
}
