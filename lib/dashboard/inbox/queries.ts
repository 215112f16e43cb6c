import type { TeamActor } from '@/lib/authz/actor';
import { columns, type InboxRow, itemOf, ofClient, ofProject, sql } from '@/lib/dashboard/inbox/columns';
import { byUrgency, inboxKindsOf } from '@/lib/dashboard/inbox/rule';
import type { Inbox, InboxCounts, InboxFilter, InboxItem, InboxKind } from '@/lib/dashboard/inbox/schemas';
import { Prisma } from '@/lib/db/generated/client';
import { type Part, part } from '@/lib/db/together';
import type { Day } from '@/lib/format';
import type { ProjectStatus } from '@/lib/projects/rule';

/** Items of the whole inbox and of one part, rows read of each kind, and how far records are counted. */
const most = { shown: 15, shownOfPart: 50, counted: 100 };

const open: ProjectStatus[] = ['planned', 'active'];
const isOpen = Prisma.sql`p.status_key = any(${open}::text[])`;

type Reader = Pick<TeamActor, 'userType'>;

/** The rows of each kind that the caller sees of the inbox, for `readTogether`; a few more than are shown. */
export function inboxRows({ show }: InboxFilter, day: Day, { userType }: Reader): Part<InboxItem> {
  const limit = (show === 'all' ? most.shown : most.shownOfPart) + 1;
  const rows = inboxKindsOf(show, userType).map((kind) => Prisma.sql`(${kinds[kind](day, userType)} limit ${limit})`);
  // Staff have no part of money.
  const query = rows.length > 0 ? Prisma.join(rows, ' union all ') : Prisma.sql`select where false`;
  return part(query, (row: InboxRow) => itemOf(row, userType));
}

/** The selection of each kind, the longest-waiting first. */
const kinds: Record<InboxKind, (day: Day, userType: 'admin' | 'staff') => Prisma.Sql> = {
  ticket: () => Prisma.sql`
    select ${columns('ticket', {
      ...{
        id: sql('t.id'),
        title: sql('t.subject'),
        since: sql('t.waiting_since'),
        ...ofProject,
        clientId: sql('t.client_id'),
      },
      late: sql(
        `coalesce(t.created_at < now() - make_interval(hours => case when t.first_answered_at is null then s.first_response_hours else s.resolution_hours end), false)`,
      ),
      ...{ personName: sql('t.client_user_name'), number: sql('t.number'), messageId: sql('coalesce(m.id, t.id)') },
      excerpt: sql('left(coalesce(m.body, t.body), 240)'),
    })}
    from support_tickets t join clients c on c.id = t.client_id left join support_settings s on s.tenant_id = t.tenant_id left join projects p on p.id = t.project_id left join lateral (
      select id, body from ticket_messages where ticket_id = t.id order by created_at desc, id desc limit 1
    ) m on true
    where t.waiting_since is not null and t.status_key in ('open', 'in_progress')
    order by t.waiting_since, t.last_activity_at desc, t.id`,
  claim: () => Prisma.sql`
    select ${columns('claim', {
      ...{
        id: sql('k.id'),
        title: sql('i.number'),
        since: sql('k.created_at'),
        ...ofClient,
        dueOn: sql('k.paid_on::text'),
      },
      ...{ personName: sql('k.user_name'), currency: sql('i.currency::text'), openMinor: sql('i.open_minor::text') },
    })}
    from payment_claims k join invoices i on i.id = k.invoice_id join clients c on c.id = k.client_id
    where k.tenant_id = (select app_tenant()) and k.status = 'claimed' order by k.created_at, k.id`,
  invoice: (day) => Prisma.sql`
    select ${columns('invoice', {
      ...{ id: sql('i.id'), title: sql('i.number'), since: sql('i.due_on::timestamptz'), late: sql('true') },
      ...{
        ...ofClient,
        dueOn: sql('i.due_on::text'),
        currency: sql('i.currency::text'),
        openMinor: sql('i.open_minor::text'),
      },
    })}
    from invoices i join clients c on c.id = i.client_id where i.open_minor > 0 and i.due_on < ${day}::date order by i.due_on, i.id`,
  phase: (day) => Prisma.sql`
    select ${columns('phase', {
      ...{ id: sql('f.id'), title: sql('f.name'), since: sql('f.planned_end_on::timestamptz'), late: sql('true') },
      ...{ ...ofProject, dueOn: sql('f.planned_end_on::text'), percent: sql('f.percent') },
    })}
    from phases f join projects p on p.id = f.project_id join clients c on c.id = p.client_id
    where f.planned_end_on < ${day}::date and f.status <> 'completed' and ${isOpen} order by f.planned_end_on, f.id`,
  document: (_day, userType) => Prisma.sql`
    select ${columns('document', {
      ...{
        id: sql('d.id'),
        title: sql('d.title'),
        since: sql('d.updated_at'),
        ...ofProject,
        status: sql('d.status_key'),
      },
      ...{
        number: sql('v.number'),
        personName: sql('v.uploaded_by_name'),
        isUploader: sql('v.uploaded_by_id = (select app_user())'),
      },
      ...{ requiresApproval: sql('y.requires_approval'), forbidsOwnApproval: sql('y.forbids_own_approval') },
    })}
    from ${waitingDocuments(userType)} d join projects p on p.id = d.project_id join clients c on c.id = d.client_id
      join document_types y on y.id = d.document_type_id join lateral (
        select number, uploaded_by_id, uploaded_by_name from document_versions where document_id = d.id order by number desc limit 1
      ) v on true
    order by d.updated_at, d.id`,
  draft: () => Prisma.sql`
    select ${columns('draft', {
      ...{ id: sql('u.id'), title: sql('u.title'), since: sql('u.created_at'), ...ofProject },
      personName: sql(`case when u.week_on is null then u.author_name end`),
    })}
    from project_updates u join projects p on p.id = u.project_id join clients c on c.id = p.client_id
    where u.tenant_id = (select app_tenant()) and u.published_at is null order by u.created_at desc, u.id`,
  instalment: (day) => Prisma.sql`
    select ${columns('instalment', {
      ...{
        id: sql('n.id'),
        title: sql('n.title'),
        ...ofProject,
        dueOn: sql('coalesce(n.due_on, f.actual_end_on)::text'),
      },
      since: sql('coalesce(n.due_on, f.actual_end_on, n.created_at::date)::timestamptz'),
    })}
    from projects p join clients c on c.id = p.client_id join instalments n on n.project_id = p.id left join phases f on f.id = n.phase_id
    where ${isOpen} and (n.due_on <= ${day}::date or f.status = 'completed') and not exists (
      select from invoice_lines l join invoices i on i.id = l.invoice_id where l.instalment_id = n.id and i.status <> 'void')
    order by coalesce(n.due_on, f.actual_end_on), n.id`,
  invitation: () => Prisma.sql`
    select ${columns('invitation', {
      ...{ id: sql('u.id'), title: sql('u.name'), since: sql('u.created_at'), ...ofClient, excerpt: sql('u.email') },
    })}
    from users u join clients c on c.id = u.client_id
    where u.last_sign_in_at is null and u.is_active and u.client_portal_enabled and c.is_active order by u.created_at, u.id`,
};

/** Documents that wait for a step of the caller, of each state the longest-waiting: staff approve, admins publish too. */
function waitingDocuments(userType: 'admin' | 'staff'): Prisma.Sql {
  const of = (status: string) => Prisma.sql`(
    select * from documents where status_key = ${status} order by updated_at limit ${most.shownOfPart + 1})`;
  return userType === 'admin' ? Prisma.sql`(${of('pending')} union all ${of('approved')})` : of('pending');
}

/** How many records of each part wait, for `readTogether`. */
export function inboxCountRows(day: Day, { userType }: Reader): Part<{ show: keyof InboxCounts; count: number }> {
  const counted = (show: keyof InboxCounts, rows: Prisma.Sql) =>
    Prisma.sql`select ${show} as show, count(*)::int as count from (${rows} limit ${most.counted}) n`;
  const isAdmin = userType === 'admin';
  const steps = isAdmin ? ['pending', 'approved'] : ['pending'];
  const parts = [
    counted(
      'late',
      Prisma.sql`
      select from phases f join projects p on p.id = f.project_id
      where f.planned_end_on < ${day}::date and f.status <> 'completed' and ${isOpen}`,
    ),
    ...steps.map((status) => counted('approve', Prisma.sql`select from documents where status_key = ${status}`)),
    counted(
      'approve',
      Prisma.sql`select from project_updates where tenant_id = (select app_tenant()) and published_at is null`,
    ),
    counted(
      'unanswered',
      Prisma.sql`
      select from support_tickets where waiting_since is not null and status_key in ('open', 'in_progress')`,
    ),
    ...(isAdmin
      ? [
          counted(
            'approve',
            Prisma.sql`
            select from payment_claims where tenant_id = (select app_tenant()) and status = 'claimed'`,
          ),
          counted('overdue', Prisma.sql`select from invoices where open_minor > 0 and due_on < ${day}::date`),
        ]
      : []),
  ];
  const query = Prisma.sql`select show, least(sum(count), ${most.counted})::int as count from (${Prisma.join(parts, ' union all ')}) c group by show`;
  return part(query, (row: { show: keyof InboxCounts; count: number }) => row);
}

/** The inbox made of the rows of both: the most urgent first. */
export function toInbox(
  { show }: InboxFilter,
  items: readonly InboxItem[],
  counts: readonly { show: keyof InboxCounts; count: number }[],
): Inbox {
  const shown = show === 'all' ? most.shown : most.shownOfPart;
  const countOf = (wanted: keyof InboxCounts) => counts.find((one) => one.show === wanted)?.count ?? 0;
  return {
    items: byUrgency(items).slice(0, shown),
    more: items.length > shown,
    counts: {
      ...{ late: countOf('late'), approve: countOf('approve') },
      ...{ unanswered: countOf('unanswered'), overdue: countOf('overdue') },
    },
  };
}
