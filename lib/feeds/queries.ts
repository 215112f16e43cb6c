import { createTranslator } from 'next-intl';
import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import type { ReadDb } from '@/lib/db/handles';
import { env } from '@/lib/env';
import { type FeedEvent, toCalendar } from '@/lib/feeds/rule';
import { formatMoney } from '@/lib/format';
import { catalogues } from '@/lib/i18n/catalogues';
import { fallbackLocale, settled } from '@/lib/i18n/locales';
import { paths } from '@/lib/paths';

/** The most events of a kind, those that end last: a calendar is fetched every few hours. */
const most = 1000;

type PhaseRow = {
  id: string;
  name: string;
  revision: number;
  from: string;
  to: string;
  projectId: string;
  projectName: string;
  address: string | null;
  changedAt: Date;
};

type InvoiceRow = {
  id: string;
  number: string;
  revision: number;
  dueOn: string;
  openMinor: bigint;
  currency: string;
  changedAt: Date;
};

/**
 * The calendar of a person as text by RFC 5545: the planned phases of the projects they see and, for those who see invoices, the due
 * dates of open ones. Calendar dates in the business's zone; titles in the person's language.
 */
export async function getCalendar(db: ReadDb, actor: ClientActor | TeamActor): Promise<string> {
  const locale = settled(actor.locale, actor.tenant.locale) ?? fallbackLocale;
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'feeds' });
  const { origin, hostname } = new URL(env().url);
  const isClient = actor.userType === 'client';
  const phases = await listPhaseSpans(db);
  const invoices = actor.userType === 'staff' ? [] : await listDueDates(db);
  const events: FeedEvent[] = [
    ...phases.map(({ id, name, revision, from, to, projectId, projectName, address, changedAt }) => ({
      ...{ uid: `phase-${id}@${hostname}`, sequence: revision, from, to, place: address, changedAt },
      title: t('phase', { phase: name, project: projectName }),
      url: origin + (isClient ? paths.client.project.phases(projectId) : paths.admin.projects.phases(projectId)),
    })),
    ...invoices.map(({ id, number, revision, dueOn, openMinor, currency, changedAt }) => ({
      ...{ uid: `invoice-${id}@${hostname}`, sequence: revision, from: dueOn, to: dueOn, place: null, changedAt },
      title: t('invoice', { number, amount: formatMoney(openMinor, currency, locale) }),
      url: origin + (isClient ? paths.client.invoice(id) : paths.admin.invoices.show(id)),
    })),
  ];
  return toCalendar(actor.tenant.name, events);
}

/** The phases with a planned end, of projects that were not cancelled. A phase without a start is its last day. */
function listPhaseSpans(db: ReadDb): Promise<PhaseRow[]> {
  return db.$queryRaw<PhaseRow[]>`
    select f.id, f.name, f.revision, coalesce(f.planned_start_on, f.planned_end_on)::text as "from", f.planned_end_on::text as "to",
      f.project_id as "projectId", p.name as "projectName", p.address,
      greatest(f.updated_at, p.updated_at) as "changedAt"
    from phases f join projects p on p.id = f.project_id
    where f.planned_end_on is not null and p.status <> 'cancelled'
    order by f.planned_end_on desc, f.id limit ${most}`;
}

/** The invoices to pay. Their revision is the seconds until their last change, which only grow. */
function listDueDates(db: ReadDb): Promise<InvoiceRow[]> {
  return db.$queryRaw<InvoiceRow[]>`
    select id, number, greatest(0, extract(epoch from updated_at - issued_at))::int as revision, due_on::text as "dueOn",
      open_minor as "openMinor", currency, updated_at as "changedAt"
    from invoices
    where status = 'issued' and open_minor > 0 and due_on is not null order by due_on desc, id limit ${most}`;
}
