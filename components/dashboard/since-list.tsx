import { useLocale, useTranslations } from 'next-intl';
import { BriefRow } from '@/components/dashboard/brief-row';
import type { NewSection, NewSince } from '@/lib/dashboard/since/schemas';
import { type Day, dayOf, formatDay, formatMoney } from '@/lib/format';
import { paths } from '@/lib/paths';

type Props = { since: NewSince; currency: string; today: Day; timeZone: string };

const icons = {
  updates: 'notebook-pen',
  phases: 'check',
  documents: 'file-text',
  photos: 'camera',
  invoices: 'receipt-text',
  credit_notes: 'receipt-text',
  payments: 'banknote',
  tickets: 'message-circle',
} as const;

/** What is new since the last visit, a line per section; one line where nothing is. */
export function SinceList({ since: { at, isFirstVisit, sections }, currency, today, timeZone }: Props) {
  const t = useTranslations('client.home.since');
  const locale = useLocale();
  const day = dayOf(new Date(at), timeZone);
  const [title, nothing] = isFirstVisit
    ? (['first', 'nothingFirst'] as const)
    : day === today
      ? (['today', 'nothingToday'] as const)
      : (['title', 'nothing'] as const);
  const date = formatDay(day, locale, day.slice(0, 4) === today.slice(0, 4) ? 'short' : 'medium');
  if (sections.length === 0) return <p className="px-4 text-sm text-ink-faint sm:px-6">{t(nothing, { date })}</p>;
  return (
    <section aria-labelledby="since" className="px-4 sm:px-6">
      <h2 id="since" className="eyebrow font-sans">
        {t(title, { date })}
      </h2>
      <ul>
        {sections.map((section) => (
          <SinceRow key={section.kind} section={section} currency={currency} />
        ))}
      </ul>
    </section>
  );
}

function SinceRow({ section, currency }: { section: NewSection; currency: string }) {
  const t = useTranslations('client.home.since');
  const locale = useLocale();
  const { kind, count, items } = section;
  const names = items.map(({ title, version, minor, count: of }) => {
    if (kind === 'photos') return items.length > 1 ? `${title} (${of})` : title;
    const named = version !== null && version > 1 ? t('version', { title, number: version }) : title;
    return [named, minor === null ? '' : formatMoney(minor, currency, locale)].filter(Boolean).join(' · ');
  });
  const more = kind !== 'photos' && count > items.length ? ', …' : '';
  return (
    <BriefRow
      icon={icons[kind]}
      href={addressOf(section)}
      title={t(kind, { count })}
      detail={names.join(', ') + more}
    />
  );
}

/** The page of the only record, or else of its section. */
function addressOf({ kind, count, items: [first] }: NewSection): string {
  const { client } = paths;
  const id = count === 1 && first ? first.id : null;
  const project = first?.projectId ?? '';
  return {
    updates: id ? `${client.project.updates(project)}#update-${id}` : client.project.updates(project),
    phases: id ? client.project.phases(project) : client.progress,
    documents: id ? client.document(id) : client.documents,
    photos: client.gallery,
    invoices: id ? client.invoice(id) : client.invoices(),
    credit_notes: id ? client.creditNote(id) : client.ledger,
    payments: client.ledger,
    tickets: id ? client.ticket(id) : client.support,
  }[kind];
}
