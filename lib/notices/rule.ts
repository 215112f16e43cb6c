import type { NotificationKind } from '@/lib/db/generated/enums';
import { paths } from '@/lib/paths';

/** Where a notification is read: the two areas have addresses of their own. */
export type Area = 'client' | 'admin';

type Told = { kind: NotificationKind; recordId: string; projectId: string | null; facts: Record<string, unknown> };

/** The address of the page that a notification is about; opening it marks the notification as read. */
export function noticeAddress(area: Area, { kind, recordId, projectId, facts }: Told): string {
  const project = projectId ?? recordId;
  switch (kind) {
    case 'document_published':
    case 'document_waiting':
      return area === 'client' ? paths.client.document(recordId) : paths.admin.documents.show(recordId);
    case 'photos_shared':
      return area === 'client' ? paths.client.project.photos(project) : paths.admin.projects.photos(project);
    case 'phase_completed':
    case 'phase_rescheduled':
      return area === 'client' ? paths.client.project.phases(project) : paths.admin.projects.phases(project);
    case 'project_update_posted':
    case 'comment_written':
    case 'comment_noted':
      return area === 'client' ? paths.client.project.updates(project) : paths.admin.projects.updates(project);
    case 'report_drafted':
      return paths.admin.projects.update(project, recordId);
    case 'ticket_opened':
    case 'ticket_answered':
    case 'ticket_assigned':
    case 'ticket_status_changed':
      return area === 'client' ? paths.client.ticket(recordId) : paths.admin.ticket(recordId);
    case 'invoice_issued':
    case 'invoice_due_soon':
    case 'invoice_overdue':
      return area === 'client' ? paths.client.invoice(recordId) : paths.admin.invoices.show(recordId);
    case 'payment_recorded':
      return area === 'client' ? paths.client.ledger : paths.admin.payments.show(recordId);
    case 'export_ready':
      if (area === 'client') return paths.client.exports;
      return facts.clientId ? paths.admin.clientExports(String(facts.clientId)) : paths.admin.businessExports;
    case 'payment_claimed':
    case 'payment_claim_declined':
      return area === 'client' ? paths.client.invoice(String(facts.invoiceId)) : paths.admin.paymentClaim(recordId);
  }
}

/** The most unread notifications that are counted; one more is shown as “99+”. */
export const mostUnread = 100;
