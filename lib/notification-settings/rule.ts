import type { NotificationKind } from '@/lib/db/generated/enums';
import type { UserType } from '@/lib/user-type';

const ofClients = [
  'document_published',
  'photos_shared',
  'project_update_posted',
  'comment_written',
  'phase_completed',
  'ticket_opened',
  'phase_rescheduled',
  'ticket_answered',
  'ticket_status_changed',
  'invoice_issued',
  'invoice_due_soon',
  'invoice_overdue',
  'payment_recorded',
  'payment_claim_declined',
  'export_ready',
] as const satisfies NotificationKind[];

const ofStaff = [
  'ticket_opened',
  'ticket_answered',
  'ticket_assigned',
  'comment_written',
  'comment_noted',
  'report_drafted',
] as const satisfies NotificationKind[];

const ofAdmins = [
  ...ofStaff,
  'document_waiting',
  'payment_claimed',
  'invoice_overdue',
  'export_ready',
] as const satisfies NotificationKind[];

const byType: Record<UserType, readonly NotificationKind[]> = {
  client: ofClients,
  staff: ofStaff,
  admin: ofAdmins,
  super_admin: [],
};

/** The kinds of notification that people of a type receive, in the order of their settings. */
export const kindsFor = (userType: UserType): readonly NotificationKind[] => byType[userType];

/** The name of a kind as a field of a form or of JSON: `document_published` → `documentPublished`. */
export const fieldOf = (kind: string): string => kind.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Minutes since midnight as `HH:MM`, and back. */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
