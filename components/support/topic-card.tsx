import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import { formatDay } from '@/lib/format';
import { formatDecimal, formatMinutes } from '@/lib/intl';
import { paths, withQuery } from '@/lib/paths';
import type { TicketTopic } from '@/lib/support/topics/schemas';

type Area = 'client' | 'admin';

/** What a ticket asks about, as it was then, with the way to the record. */
export function TopicCard({ topic, area, className }: { topic: TicketTopic; area: Area; className?: string }) {
  const t = useTranslations('support.topic');
  const locale = useLocale();
  const { type, title, on, amount, currency, minutes, percent } = topic;
  const isNamed = type === 'invoice' || title === '';
  const kind = t(`type.${type}`, { title });
  const facts = [
    on && formatDay(on, locale),
    amount && currency && formatDecimal(amount, currency, locale),
    minutes !== null && formatMinutes(minutes, locale),
    percent !== null && t('percent', { percent }),
  ].filter(Boolean);
  return (
    <div className={`rounded-card bg-sunken/70 px-5 py-4 ${className ?? ''}`}>
      <p className="eyebrow">{isNamed ? t('label') : `${t('label')} · ${kind}`}</p>
      <p className="mt-1 font-medium wrap-anywhere">
        <TextLink href={addressOf(topic, area)}>{isNamed ? kind : title}</TextLink>
      </p>
      {facts.length > 0 && <p className="numerals mt-0.5 text-sm text-ink-soft">{facts.join(' · ')}</p>}
    </div>
  );
}

/** The page on which the record stands. */
function addressOf({ type, id, parentId, on }: TicketTopic, area: Area): string {
  const { client, admin } = paths;
  const isClient = area === 'client';
  switch (type) {
    case 'document':
      return isClient ? client.document(id) : admin.documents.show(id);
    case 'photo':
      return isClient ? `${client.gallery}?photo=${id}` : admin.photo(id);
    case 'invoice':
      return isClient ? client.invoice(id) : admin.invoices.show(id);
    case 'invoice_line':
      return isClient ? client.invoice(parentId ?? id) : admin.invoices.show(parentId ?? id);
    case 'ledger_entry':
      return isClient ? client.ledger : admin.ledger();
    case 'time_entry':
      return hoursOf({ parentId, on }, isClient ? client.timeEntries() : admin.hours.list);
    case 'phase':
      return isClient ? client.project.phases(parentId ?? id) : admin.projects.phase(parentId ?? id, id);
  }
}

/** The hours of the project on the day of the entry. */
function hoursOf({ parentId, on }: Pick<TicketTopic, 'parentId' | 'on'>, list: string): string {
  return withQuery(list, { project_id: parentId ?? undefined, date_from: on ?? undefined, date_to: on ?? undefined });
}
