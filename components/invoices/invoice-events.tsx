import { useLocale, useTranslations } from 'next-intl';
import { List, ListRow } from '@/components/ui/list';
import { formatInstant } from '@/lib/format';
import type { InvoiceEvent } from '@/lib/invoices/schemas';

const known = ['drafted', 'changed', 'issued', 'voided'] as const;

/** What happened to an invoice, by whom and when. */
export function InvoiceEvents({ events, timeZone }: { events: InvoiceEvent[]; timeZone: string }) {
  const t = useTranslations('invoices.event');
  const locale = useLocale();
  return (
    <List label={t('title')}>
      {events.map(({ action, actorName, at, reason }) => {
        const name = known.find((one) => `invoice.${one}` === action);
        return (
          name && (
            <ListRow
              key={`${at} ${action}`}
              title={t(name)}
              detail={[actorName, reason].filter(Boolean).join(' · ')}
              end={formatInstant(new Date(at), { locale, timeZone })}
            />
          )
        );
      })}
    </List>
  );
}
