import type { ClientActor, TeamActor, UserType } from '@/lib/authz/actor';
import type { NotificationKind } from '@/lib/db/generated/enums';
import type { WriteDb } from '@/lib/db/handles';
import { orNotFound } from '@/lib/errors';
import { noticeColumns, readerOf, toNotice } from '@/lib/notices/columns';
import { countUnread } from '@/lib/notices/queries';
import { noticeAddress } from '@/lib/notices/rule';
import type { Notice } from '@/lib/notices/schemas';

/** The part of an event that becomes notifications. */
export type ToldEvent = {
  name: string;
  recordId: string | null;
  facts: Record<string, unknown>;
  doer: { userType: UserType | null } | null;
};

/** The kind of notification that an event causes; a function where its facts decide. The function notify of the wall knows for whom. */
const kindOf: Record<string, NotificationKind | ((event: ToldEvent) => NotificationKind | null)> = {
  'document.submitted': 'document_waiting',
  'document.published': 'document_published',
  'photo.shared': 'photos_shared',
  'phase.completed': 'phase_completed',
  'phase.rescheduled': 'phase_rescheduled',
  'update.published': 'project_update_posted',
  'update.report_drafted': 'report_drafted',
  'comment.written': 'comment_written',
  'comment.noted': 'comment_noted',
  'ticket.opened': 'ticket_opened',
  'ticket.answered': 'ticket_answered',
  'ticket.assigned': 'ticket_assigned',
  // A reply of the client reopens a ticket, and is an event of its own.
  'ticket.status_changed': ({ doer }) => (doer?.userType === 'client' ? null : 'ticket_status_changed'),
  'invoice.issued': 'invoice_issued',
  'invoice.reminded': ({ facts }) => (facts.stage === 'overdue' ? 'invoice_overdue' : 'invoice_due_soon'),
  'payment.recorded': 'payment_recorded',
  'payment_claim.claimed': 'payment_claimed',
  'payment_claim.declined': 'payment_claim_declined',
  'export.finished': 'export_ready',
  'business_export.finished': 'export_ready',
};

/**
 * Turns events into notifications, in their transaction: one statement per kind. Called by lib/events only, after the audit trail.
 * The photos of an update that is published with them are part of its notification.
 */
export async function recordNotices(db: WriteDb, events: readonly ToldEvent[]): Promise<void> {
  const told = new Map<NotificationKind, string[]>();
  for (const event of events) {
    const rule = kindOf[event.name];
    const kind = typeof rule === 'function' ? rule(event) : rule;
    if (kind && event.recordId) told.set(kind, [...(told.get(kind) ?? []), event.recordId]);
  }
  if (told.has('project_update_posted')) told.delete('photos_shared');
  for (const [kind, ids] of told) await db.$executeRaw`select notify(${kind}::notification_kind, ${ids}::uuid[])`;
  for (const { name, recordId } of events)
    if (name === 'document.withdrawn') await db.$executeRaw`select retract_notices(${recordId}::uuid)`;
}

/** Marks a notification as read; one that is read stays as it is. Throws NOT_FOUND. */
export async function readNotice(db: WriteDb, { id }: { id: string }, actor: ClientActor | TeamActor): Promise<Notice> {
  await db.notification.updateMany({ where: { id, readAt: null }, data: { readAt: new Date() } });
  return toNotice(
    orNotFound(await db.notification.findUnique({ where: { id }, select: noticeColumns })),
    readerOf(actor),
  );
}

/** Marks all notifications of a person as read. */
export async function readAllNotices(
  db: WriteDb,
  _input: unknown,
  actor: ClientActor | TeamActor,
): Promise<{ unread: number }> {
  await db.notification.updateMany({ where: { userId: actor.userId, readAt: null }, data: { readAt: new Date() } });
  return { unread: 0 };
}

/** Marks what leads to an opened page as read, and counts what is left. */
export async function readOpened(
  db: WriteDb,
  { path }: { path: string },
  actor: ClientActor | TeamActor,
): Promise<{ unread: number }> {
  const { area } = readerOf(actor);
  const select = { id: true, kind: true, recordId: true, projectId: true, facts: true } as const;
  const unread = await db.notification.findMany({
    where: { userId: actor.userId, readAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 500,
    select,
  });
  const opened = unread.filter(({ facts, ...row }) => {
    return noticeAddress(area, { ...row, facts: facts as Record<string, unknown> }) === path;
  });
  if (opened.length > 0)
    await db.notification.updateMany({
      where: { id: { in: opened.map(({ id }) => id) } },
      data: { readAt: new Date() },
    });
  return countUnread(db, actor.userId);
}
