import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Me } from '@/tests/support/wall/subject';
import type { AnyRow, TableName, World } from '@/tests/support/wall/world';

/** A copy of `row` with new values in its unique columns, so that no key refuses it and only the wall decides. */
export function freshCopy(world: World, table: TableName, row: AnyRow): AnyRow {
  const unlike: Partial<Record<TableName, () => AnyRow>> = {
    tenants: () => ({ slug: `t-${uuidv7()}`, logoFileId: null }),
    users: () => ({ email: `${uuidv7()}@example.com` }),
    credentials: () => ({ userId: withoutCredential(world, row.userId) }),
    api_tokens: () => ({ tokenHash: randomBytes(32) }),
    user_links: () => ({ tokenHash: randomBytes(32) }),
    throttle_counters: () => ({ key: uuidv7() }),
    idempotency_keys: () => ({ keyHash: randomBytes(32) }),
    phases: () => ({ key: `p-${uuidv7()}` }),
    phase_templates: () => ({ name: uuidv7() }),
    project_updates: () => (row.weekOn ? { weekOn: new Date('2026-03-02T00:00:00Z') } : {}),
    clock_marks: () => ({ recordId: uuidv7() }),
    project_update_photos: () => ({ photoId: sparePhoto(world, row) }),
    stored_files: () => ({ storageKey: randomBytes(16).toString('hex') }),
    document_types: () => ({ name: uuidv7() }),
    documents: () => ({ status: 'draft', publishedVersionId: null, publishedAt: null }),
    document_versions: () => ({ number: 99, fileId: spareFile(world, row) }),
    document_pictures: () => ({ versionId: versionWithoutPicture(world, row), fileId: spareFile(world, row) }),
    document_downloads: () => ({ createdAt: new Date('2026-01-02T00:00:00Z') }),
    photo_variants: () => ({ variant: 'spare', fileId: spareFile(world, row) }),
    support_tickets: () => ({ number: 1_000_000, status: 'open', closedAt: null }),
    ticket_attachments: () => ({ fileId: broughtFile(world, row) }),
    ticket_reads: () => ({ ticketId: unreadTicket(world, row) }),
    ticket_topics: () => ({ ticketId: ticketWithoutTopic(world, row) }),
    saved_replies: () => ({ name: uuidv7() }),
    support_settings: () => ({ tenantId: tenantWithoutSupport(world) }),
    guest_passes: () => ({
      ...{ tokenHash: randomBytes(32), createdAt: new Date(), revokedAt: null },
      expiresAt: new Date(Date.now() + 86_400_000),
    }),
    guest_pass_projects: () => ({ passId: passWithoutProject(world, row) }),
    guest_visits: () => ({ place: 'opened' }),
    invoices: () => (row.number === null ? {} : { number: 'spare', sequence: 1_000_000, verifyCode: null }),
    credit_notes: () => ({ number: 'spare', sequence: 1_000_000, verifyCode: null }),
    credit_note_lines: () => ({ position: 99 }),
    payment_claims: () => ({ invoiceId: unclaimedInvoice(world, row), proofFileId: null }),
    statement_prints: () => ({
      closingMinor: BigInt(Math.floor(Math.random() * 1e9)),
      code: randomBytes(16).toString('hex'),
    }),
    billing_settings: () => ({ tenantId: tenantWithoutBilling(world) }),
    audit_checks: () => ({ tenantId: tenantWithoutCheck(world) }),
    ledger_checks: () => ({ partyId: uncheckedClient(world, row) }),
    invoice_lines: () => ({ position: 99 }),
    notification_settings: () => ({ kind: 'phase_completed' }),
    work_timers: () => ({ userId: withoutTimer(world, row.userId) }),
    visits: () => ({ place: 'gallery' }),
    openings: () => ({ way: 'downloaded' }),
    jobs: () => ({ pendingKey: uuidv7(), attempts: 0, dueAt: new Date() }),
    mails: () => ({ job: uuidv7() }),
    mail_items: () => ({ notificationId: untoldNotification(world, row) }),
    mail_preferences: () => ({ userId: withoutPreference(world, row) }),
    reply_addresses: () => ({ tokenHash: randomBytes(32) }),
    received_mails: () => ({ digest: randomBytes(32) }),
    schedule_runs: () => ({ schedule: uuidv7() }),
    client_exports: () => ({ state: 'waiting', storageKey: null }),
    number_sequences: () => ({ kind: 'spare' }),
    rollups: () => ({ periodOn: new Date('2018-01-01T00:00:00Z') }),
    search_entries: () => ({ recordId: uuidv7(), slips: '{}' }),
    imports: () => ({ fileId: null, status: 'mapping', finishedAt: null }),
    import_records: () => ({ recordId: uuidv7() }),
  };
  return { ...row, ...('id' in row ? { id: uuidv7() } : {}), ...unlike[table]?.() };
}

/** An empty pass of the same person. */
function passWithoutProject(world: World, { passId }: AnyRow) {
  const userId = world.guest_passes.find(({ id }) => id === passId)?.userId;
  return world.guest_passes.find((pass) => pass.userId === userId && pass.label === 'spare')?.id;
}

const spareFile = (world: World, { tenantId }: AnyRow) =>
  world.stored_files.find((file) => file.tenantId === tenantId && file.fileName === 'spare.bin')?.id;

/** An issued invoice without an open claim; a claim on another invoice stays where it is, because no other may be made there. */
const unclaimedInvoice = (world: World, { clientId, invoiceId }: AnyRow) =>
  world.invoices.find(({ id, status }) => id === invoiceId && status !== 'issued')?.id ??
  world.invoices.find(
    (invoice) =>
      invoice.clientId === clientId &&
      invoice.status === 'issued' &&
      !world.payment_claims.some(({ invoiceId, status }) => invoiceId === invoice.id && status === 'claimed'),
  )?.id;

const tenantWithoutBilling = (world: World) =>
  world.tenants.find(({ id }) => !world.billing_settings.some(({ tenantId }) => tenantId === id))?.id;

const tenantWithoutCheck = (world: World) =>
  world.tenants.find(({ id }) => !world.audit_checks.some(({ tenantId }) => tenantId === id))?.id;

const tenantWithoutSupport = (world: World) =>
  world.tenants.find(({ id }) => !world.support_settings.some(({ tenantId }) => tenantId === id))?.id;

/** A file that the same person brought and that no ticket refers to. */
const broughtFile = (world: World, { attachedById }: AnyRow) =>
  world.stored_files.find((file) => file.attachedById === attachedById && file.fileName === 'brought.bin')?.id;

/** A ticket of the same person that the reader has not read. */
const unreadTicket = (world: World, { clientUserId, userId: reader }: AnyRow) =>
  world.support_tickets.find(
    (ticket) =>
      ticket.clientUserId === clientUserId &&
      !world.ticket_reads.some(({ ticketId, userId }) => ticketId === ticket.id && userId === reader),
  )?.id;

const ticketWithoutTopic = (world: World, { clientUserId: author }: AnyRow) =>
  world.support_tickets.find(
    ({ id, clientUserId }) => clientUserId === author && !world.ticket_topics.some(({ ticketId }) => ticketId === id),
  )?.id;

/** A version of the same document that has no picture. */
const versionWithoutPicture = (world: World, { documentId }: AnyRow) =>
  world.document_versions.find(
    (version) =>
      version.documentId === documentId && !world.document_pictures.some(({ versionId }) => versionId === version.id),
  )?.id;

const sparePhoto = (world: World, { projectId }: AnyRow) =>
  world.photos.find((photo) => photo.projectId === projectId && photo.caption === 'spare')?.id;

/** A client of the same tenant whose account was never proven. */
const uncheckedClient = (world: World, { tenantId }: AnyRow) =>
  world.clients.find(
    ({ id, tenantId: its }) => its === tenantId && !world.ledger_checks.some(({ partyId }) => partyId === id),
  )?.id;

/** The id of a user without a password, of the same tenant and type. */
function withoutCredential(world: World, userId: unknown) {
  const owner = world.users.find(({ id }) => id === userId);
  const free = world.users.filter(({ id }) => !world.credentials.some((credential) => credential.userId === id));
  return free.find((user) => user.tenantId === owner?.tenantId && user.userType === owner?.userType)?.id;
}

/** The id of a user without a running timer, of the same tenant and type. */
function withoutTimer(world: World, userId: unknown) {
  const owner = world.users.find(({ id }) => id === userId);
  const free = world.users.filter(({ id }) => !world.work_timers.some((timer) => timer.userId === id));
  return free.find((user) => user.tenantId === owner?.tenantId && user.userType === owner?.userType)?.id;
}

/** A notification of the same person that waits for no mail. */
const untoldNotification = (world: World, { userId }: AnyRow) =>
  world.notifications.find(
    ({ id, userId: its }) =>
      its === userId &&
      !world.mail_items.some(({ notificationId, mailId }) => notificationId === id && mailId === null),
  )?.id;

/** A person of the same tenant who never chose when they receive mail. */
const withoutPreference = (world: World, { tenantId }: AnyRow) =>
  world.users.find(
    ({ id, tenantId: its }) => its === tenantId && !world.mail_preferences.some(({ userId }) => userId === id),
  )?.id;

const signatures = ['attachedById', 'authorId', 'actorId', 'userId', 'uploadedById', 'createdById', 'recordedById'];

/** The row signed by `me`; undefined for rows without a signer. */
export function inMyName(world: World, row: AnyRow, me: Me): AnyRow | undefined {
  const signed = signatures.filter((column) => column in row);
  if (signed.length === 0) return undefined;
  const mine = Object.fromEntries(signed.map((column) => [column, me.userId]));
  const brought = 'attachedById' in row && 'ticketId' in row ? { fileId: broughtFile(world, mine) } : {};
  return { ...row, ...mine, ...brought, ...('authorType' in row ? { authorType: me.kind } : {}) };
}

/** Columns with the owner or the state of a row. */
const telling = /(Id|Type|purpose|status|visibility|revokedAt|readAt|seenAt|usedAt|firstSignedInAt|mailRefusedAt)$/;

/** Copies of the row with one `telling` column set to a value from other rows; a few values for each column. */
export function nearMisses(world: World, table: TableName, row: AnyRow, may: (column: string) => boolean): AnyRow[] {
  const columns = Object.keys(row).filter((column) => column !== 'id' && telling.test(column) && may(column));
  return columns.flatMap((column) =>
    otherValues(world[table], column, row).map((value) => ({ ...row, [column]: value })),
  );
}

function otherValues(rows: readonly AnyRow[], column: string, row: AnyRow): unknown[] {
  const others = [...new Set(rows.map((other) => other[column]))].filter((value) => value !== row[column]);
  if (others.some((value) => value instanceof Date)) return row[column] === null ? [new Date()] : [null];
  return [...others.slice(0, 3), ...others.slice(-1)];
}
