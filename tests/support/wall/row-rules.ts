import { type Me, type Rows, same } from '@/tests/support/wall/subject';
import type { Row, World } from '@/tests/support/wall/world';

// Predicates of who-sees-what.ts and who-writes-what.ts: "of my tenant", "of a project I see", "published to me".
// They follow the relations between rows, not the copied columns that the policies use.

export const any = () => true;
export const mine = (row: { userId: string | null }, me: Me) => same(row.userId, me.userId);
export const ofMyTenant = (row: { tenantId: string | null }, me: Me) => same(row.tenantId, me.tenantId);
/** Lines of the own business; for somebody without one the platform's own. */
export const ofMyTrail = (row: { tenantId: string | null }, me: Me) => row.tenantId === me.tenantId;
/** Within a tenant the rows of that tenant, and everywhere those of all. */
export const ofWorkersTenant = (row: { tenantId: string | null }, me: Me) =>
  me.tenantId === null || ofMyTenant(row, me);
export const ofMyClient = (row: { clientId: string }, me: Me) => same(row.clientId, me.clientId);

/** That somebody opened a document, a photo or an invoice that I see. */
export const ofOpenedRecord: Rows<'openings'> = ({ recordType, recordId: id }, me, world) => {
  const is = (row: { id: string }) => row.id === id;
  if (recordType === 'document') return world.documents.some((row) => is(row) && isMyDocument(row, me, world));
  if (recordType === 'photo') return world.photos.some((row) => is(row) && isMyPhoto(row, me, world));
  return world.invoices.some((row) => is(row) && isMyInvoice(row, me, world));
};

export const isMyProject = (project: Row<'projects'>, me: Me) =>
  same(project.clientUserId, me.userId) || ofMyClient(project, me);
export const ofMyProject = ({ projectId }: { projectId: string }, me: Me, world: World) =>
  world.projects.some((project) => project.id === projectId && isMyProject(project, me));

/** Follows the project's choice, not the copy of it in the row. */
export const areHoursShown: Rows<'time_entries'> = ({ projectId }, _me, world) =>
  world.projects.some(({ id, hoursShown }) => id === projectId && hoursShown !== 'hidden');

/** From the plan on, where business and project show how planned dates moved. */
export const isDateHistoryShown: Rows<'phase_date_changes'> = ({ projectId, tenantId, inPlan }, _me, world) =>
  inPlan &&
  world.projects.some((project) => project.id === projectId && project.dateHistoryShown) &&
  world.tenants.some((tenant) => tenant.id === tenantId && tenant.dateHistoryShown);

export const isMyDocument: Rows<'documents'> = (row, me, world) =>
  row.publishedVersionId !== null && ofMyProject(row, me, world);
export const isPublishedToMe: Rows<'document_versions'> = (row, me, world) =>
  world.documents.some((document) => document.publishedVersionId === row.id && isMyDocument(document, me, world));

export const isPictureToMe: Rows<'document_pictures'> = (row, me, world) =>
  world.document_versions.some((version) => version.id === row.versionId && isPublishedToMe(version, me, world));

export const isMyPhoto: Rows<'photos'> = (row, me, world) => row.visibility === 'client' && ofMyProject(row, me, world);
export const isShown = (tenantId: string, world: World) =>
  world.tenants.some(({ id, showcaseEnabled, status }) => id === tenantId && showcaseEnabled && status === 'active');
export const isShowcased: Rows<'photos'> = (row, _me, world) =>
  row.visibility === 'public' && isShown(row.tenantId, world);
export const isNamedInShowcase: Rows<'projects'> = ({ id, tenantId }, me, world) =>
  world.tenants.some((tenant) => tenant.id === tenantId && tenant.showcaseProjectNames) &&
  world.photos.some((photo) => photo.projectId === id && isShowcased(photo, me, world));
export const ofPhoto =
  (visible: Rows<'photos'>) =>
  ({ photoId }: { photoId: string }, me: Me, world: World) =>
    world.photos.some((photo) => photo.id === photoId && visible(photo, me, world));

export const isPublishedUpdate: Rows<'project_updates'> = ({ publishedAt }) => publishedAt !== null;
export const ofPublishedUpdate = ({ updateId }: { updateId: string }, _me: Me, world: World) =>
  world.project_updates.some(({ id, publishedAt }) => id === updateId && publishedAt !== null);

/** Of me, and not of a client that I belonged to before. */
export const isMyNotification: Rows<'notifications'> = (row, me) =>
  mine(row, me) && (row.clientId === null || same(row.clientId, me.clientId));

export const isMyTicket = (row: { clientUserId: string }, me: Me) => same(row.clientUserId, me.userId);
export const isMyAttachment: Rows<'ticket_attachments'> = (row, me) => isMyTicket(row, me) && row.noteId === null;
export const isMyInvoice: Rows<'invoices'> = (row, me) => ofMyClient(row, me) && row.status !== 'draft';
/** Whether a person of a client sees the record that a ticket asks about. */
export const seesRecord: Rows<'ticket_topics'> = ({ recordType, recordId: id }, me, world) => {
  const is = (row: { id: string }) => row.id === id;
  if (recordType === 'document') return world.documents.some((row) => is(row) && isMyDocument(row, me, world));
  if (recordType === 'photo') return world.photos.some((row) => is(row) && isMyPhoto(row, me, world));
  if (recordType === 'phase') return world.phases.some((row) => is(row) && ofMyProject(row, me, world));
  if (recordType === 'time_entry')
    return world.time_entries.some((row) => is(row) && ofMyProject(row, me, world) && areHoursShown(row, me, world));
  if (recordType === 'invoice') return world.invoices.some((row) => is(row) && isMyInvoice(row, me, world));
  if (recordType === 'ledger_entry')
    return world.ledger_entries.some((row) => is(row) && same(row.partyId, me.clientId));
  const line = world.invoice_lines.find(is);
  return world.invoices.some((row) => row.id === line?.invoiceId && isMyInvoice(row, me, world));
};
export const isNoMoney: Rows<'ticket_topics'> = ({ recordType }) =>
  !['invoice', 'invoice_line', 'ledger_entry'].includes(recordType);
export const hasLogo = (fileId: string, visible: (tenantId: string) => boolean, world: World) =>
  world.tenants.some(({ id, logoFileId }) => logoFileId === fileId && visible(id));

export const isMyFile: Rows<'stored_files'> = ({ id, proofById, attachedById }, me, world) =>
  world.document_versions.some((version) => version.fileId === id && isPublishedToMe(version, me, world)) ||
  world.document_pictures.some((picture) => picture.fileId === id && isPictureToMe(picture, me, world)) ||
  world.photo_variants.some((variant) => variant.fileId === id && ofPhoto(isMyPhoto)(variant, me, world)) ||
  world.ticket_attachments.some((attachment) => attachment.fileId === id && isMyAttachment(attachment, me, world)) ||
  hasLogo(id, (tenantId) => same(tenantId, me.tenantId), world) ||
  world.payment_claims.some((claim) => claim.proofFileId === id && ofMyClient(claim, me)) ||
  same(proofById, me.userId) ||
  same(attachedById, me.userId);
export const isNoProof: Rows<'stored_files'> = ({ proofById }) => proofById === null;
export const isShowcaseFile: Rows<'stored_files'> = ({ id }, me, world) =>
  world.photo_variants.some((variant) => variant.fileId === id && ofPhoto(isShowcased)(variant, me, world)) ||
  hasLogo(id, (tenantId) => isShown(tenantId, world), world);

export const isAbandoned: Rows<'stored_files'> = ({ status, createdAt }) =>
  status === 'pending' && Date.now() - createdAt.getTime() > 3_600_000;

export const isExpiredKey: Rows<'idempotency_keys'> = ({ createdAt }) =>
  Date.now() - createdAt.getTime() > 24 * 3_600_000;

export const ofMyPeople = ({ userId }: { userId: string | null }, me: Me, world: World) =>
  world.users.some((user) => user.id === userId && ofMyTenant(user, me));

/** Nobody of the tenant has signed in yet: the operator is still setting it up. */
export const ofNewTenant = ({ tenantId }: { tenantId: string | null }, _me: Me, { tenants }: World) =>
  tenants.some(({ id, firstSignedInAt }) => id === tenantId && firstSignedInAt === null);
export const hasPassword = (userId: string | null, { credentials }: World) =>
  credentials.some((credential) => credential.userId === userId);

export const invitation: Rows<'user_links'> = ({ purpose }) => purpose === 'invitation';
export const ofNewPeople: Rows<'user_links'> = ({ userId }, me, world) =>
  world.users.some((user) => user.id === userId && ofNewTenant(user, me, world));

/** What I asked for, while I belong to that client. */
export const isMyExport: Rows<'client_exports'> = (row, me) =>
  same(row.askedById, me.userId) && same(row.clientId, me.clientId);

export const isMyTenant: Rows<'tenants'> = ({ id }, me) => same(id, me.tenantId);
export const myself: Rows<'users'> = ({ id }, me) => same(id, me.userId);
