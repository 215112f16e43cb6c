import { useLocale, useTranslations } from 'next-intl';
import { factsOf, nameOf } from '@/components/audit/audit-facts';
import { DataTable } from '@/components/ui/data-table';
import type { AuditEntry } from '@/lib/audit/schemas';
import { formatInstant } from '@/lib/format';

type Props = {
  entries: AuditEntry[];
  timeZone: string;
  /** The page of a record; null where it has none. */
  addressOf: (entry: AuditEntry) => string | null;
  /** The title that a record has now, where the facts of its line have no name of it. */
  titleOf?: ((entry: AuditEntry) => string | null) | undefined;
};

/** Lines of the audit trail: what happened to which record with its facts, who did it and from which address, and when. */
export function AuditTable({ entries, timeZone, addressOf, titleOf }: Props) {
  const t = useTranslations('audit');
  const locale = useLocale();
  return (
    <DataTable
      caption={t('title')}
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'event',
          label: t('column.event'),
          cell: (entry) => (
            <Event {...{ entry, timeZone }} address={addressOf(entry)} title={titleOf?.(entry) ?? null} />
          ),
        },
        {
          key: 'actor',
          label: t('column.actor'),
          width: 'md:w-56',
          cell: ({ actorName, ip }) => (
            <>
              {actorName ?? t('nobody')}
              {ip && <span className="block text-sm text-ink-soft">{ip}</span>}
            </>
          ),
        },
        {
          key: 'at',
          label: t('column.at'),
          width: 'md:w-44',
          cell: ({ createdAt }) => (
            <time dateTime={createdAt}>{formatInstant(new Date(createdAt), { locale, timeZone }, 'date-time')}</time>
          ),
        },
      ]}
    />
  );
}

type EventProps = { entry: AuditEntry; timeZone: string; address: string | null; title: string | null };

function Event({ entry: { action, detail }, timeZone, address, title }: EventProps) {
  const t = useTranslations('audit');
  const locale = useLocale();
  // Who signed in is named as the one who did it.
  const name = nameOf(detail) ?? (address && title);
  const facts = factsOf(detail, t, { locale, timeZone });
  return (
    <>
      {/* An action of an earlier version may have left the catalogue. */}
      {t.has(`events.${action}` as 'events.document.published')
        ? t(`events.${action}` as 'events.document.published')
        : action}
      {(name || address) && (
        <>
          {': '}
          {address ? <a href={address}>{name ?? t('open')}</a> : name}
        </>
      )}
      {facts.length > 0 && (
        <span className="block text-sm text-ink-soft">
          {facts.map(({ label, text }) => `${label}: ${text}`).join(' · ')}
        </span>
      )}
    </>
  );
}
