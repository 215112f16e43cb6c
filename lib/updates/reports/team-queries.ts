import type { TeamActor } from '@/lib/authz/actor';
import type { ReadDb } from '@/lib/db/handles';

/** What stands beside the draft of a report, for the team alone. Minor units; null for staff, who see no money. */
export type ReportAside = { tickets: number; openMinor: bigint | null; currency: string };

/** The support requests of a project that are not closed, and for admins what its client has to pay. */
export async function getReportAside(
  db: ReadDb,
  { projectId, clientId }: { projectId: string; clientId: string },
  actor: TeamActor,
): Promise<ReportAside | null> {
  const tickets = await db.supportTicket.count({ where: { projectId, status: { not: 'closed' } } });
  const open =
    actor.userType === 'admin'
      ? await db.invoice.aggregate({ where: { clientId, status: 'issued' }, _sum: { openMinor: true } })
      : null;
  const openMinor = open && (open._sum.openMinor ?? 0n);
  return tickets === 0 && !openMinor ? null : { tickets, openMinor, currency: actor.tenant.currency };
}
