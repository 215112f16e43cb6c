import { hasLogo, isMyDocument, isMyInvoice, isMyPhoto, ofPhoto } from '@/tests/support/wall/row-rules';
import { type Me, mayEnter, type Rows, same, subjectOf } from '@/tests/support/wall/subject';
import type { Row, World } from '@/tests/support/wall/world';

// Predicates of a guest: whoever holds a pass. Each asks first what the pass's person may see now, then what was chosen.

type Section = 'progress' | 'updates' | 'photos' | 'documents' | 'hours' | 'invoices' | 'account';

/** The pass of a guest with its person, while it is live: the person may enter, and their business allows passes. */
function passOf(me: Me, world: World): { pass: Row<'guest_passes'>; person: Me } | null {
  const pass = world.guest_passes.find(({ id }) => same(id, me.guestId ?? null));
  const user = world.users.find(({ id }) => id === pass?.userId);
  const tenant = world.tenants.find(({ id }) => id === pass?.tenantId);
  if (!pass || !user || !mayEnter(user, world) || tenant?.guestPassesEnabled !== true) return null;
  if (pass.revokedAt !== null || pass.expiresAt.getTime() <= Date.now()) return null;
  const person = subjectOf(user);
  return same(pass.clientId, person.clientId) ? { pass, person } : null;
}

export const holdsLivePass = (_row: unknown, me: Me, world: World): boolean => passOf(me, world) !== null;
export const holdsPassFor =
  (section: Section) =>
  (_row: unknown, me: Me, world: World): boolean =>
    passOf(me, world)?.pass.sections.includes(section) === true;

const isChosen = (projectId: string | null, passId: string, world: World) =>
  world.guest_pass_projects.some((chosen) => chosen.passId === passId && chosen.projectId === projectId);

export const isOnPass: Rows<'projects'> = ({ id, clientId }, me, world) => {
  const held = passOf(me, world);
  return held !== null && same(clientId, held.person.clientId) && isChosen(id, held.pass.id, world);
};

/** What the person sees by `rule`, of a chosen project, in a chosen section. */
export const onPass =
  <R extends { projectId: string; clientId: string }>(
    section: Section,
    rule: (row: R, me: Me, world: World) => boolean,
  ) =>
  (row: R, me: Me, world: World): boolean => {
    const held = passOf(me, world);
    if (!held?.pass.sections.includes(section) || !isChosen(row.projectId, held.pass.id, world)) return false;
    return same(row.clientId, held.person.clientId) && rule(row, held.person, world);
  };

export const isUpdateOnPass = onPass<Row<'project_updates'>>('updates', ({ publishedAt }) => publishedAt !== null);
export const isDocumentOnPass = onPass<Row<'documents'>>('documents', isMyDocument);
export const isPhotoOnPass = onPass<Row<'photos'>>('photos', isMyPhoto);
export const isVersionOnPass: Rows<'document_versions'> = ({ id }, me, world) =>
  world.documents.some((document) => document.publishedVersionId === id && isDocumentOnPass(document, me, world));
export const isPictureOnPass: Rows<'document_pictures'> = ({ versionId }, me, world) =>
  world.document_versions.some((version) => version.id === versionId && isVersionOnPass(version, me, world));

/** A bill of no project belongs to the account. */
export function isBillOnPass(row: { clientId: string; projectId: string | null }, me: Me, world: World): boolean {
  const held = passOf(me, world);
  if (!held?.pass.sections.includes('invoices') || !same(row.clientId, held.person.clientId)) return false;
  return row.projectId === null ? held.pass.sections.includes('account') : isChosen(row.projectId, held.pass.id, world);
}
export const isInvoiceOnPass: Rows<'invoices'> = (row, me, world) => {
  const held = passOf(me, world);
  return held !== null && isBillOnPass(row, me, world) && isMyInvoice(row, held.person, world);
};

/** What a payment settles of an invoice shown. */
export const isSettlementOnPass: Rows<'payment_allocations'> = ({ invoiceId }, me, world) =>
  world.invoices.some((invoice) => invoice.id === invoiceId && isInvoiceOnPass(invoice, me, world));

export const isFileOnPass: Rows<'stored_files'> = ({ id }, me, world) =>
  world.document_versions.some((version) => version.fileId === id && isVersionOnPass(version, me, world)) ||
  world.document_pictures.some((picture) => picture.fileId === id && isPictureOnPass(picture, me, world)) ||
  world.photo_variants.some((variant) => variant.fileId === id && ofPhoto(isPhotoOnPass)(variant, me, world)) ||
  (holdsLivePass(null, me, world) && hasLogo(id, (tenantId) => same(tenantId, me.tenantId), world));
