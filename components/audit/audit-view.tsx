import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AuditState } from '@/components/audit/audit-state';
import { AuditTable } from '@/components/audit/audit-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { TextLink } from '@/components/ui/text-link';
import type { AuditCheck } from '@/lib/audit/proof/schemas';
import type { AuditEntry, AuditFilter } from '@/lib/audit/schemas';
import type { Page } from '@/lib/paging';
import { withQuery } from '@/lib/paths';

type Choice = { id: string; name: string };

type Props = {
  /** The page's address without its query. */
  address: string;
  page: Page<AuditEntry>;
  /** What the last proof of the trail found; null before the first one. */
  check: AuditCheck | null;
  filter: AuditFilter;
  timeZone: string;
  recordTypes: Choice[];
  /** The events of the chosen record type, or of all. */
  actions: Choice[];
  actors: Choice[];
  addressOf: (entry: AuditEntry) => string | null;
  titleOf?: (entry: AuditEntry) => string | null;
  tools?: ReactNode;
};

/** A page of the audit trail with its filters: of a business, or of the operator. */
export function AuditView({
  address: list,
  page,
  check,
  filter,
  timeZone,
  recordTypes,
  actions,
  actors,
  addressOf,
  titleOf,
  tools,
}: Props) {
  const t = useTranslations('audit');
  const { actorId, recordType, recordId, action, dateFrom, dateTo, cursor } = filter;
  const query = {
    ...{ actor_id: actorId, record_type: recordType, record_id: recordId, action },
    ...{ date_from: dateFrom, date_to: dateTo },
  };
  const isFiltered = Object.values(query).some(Boolean);
  return (
    <>
      <PageHeader title={t('title')} actions={tools} />
      {check && <AuditState check={check} timeZone={timeZone} />}
      <FilterBar
        address={list}
        choices={[
          {
            name: 'record_type',
            label: t('filter.record'),
            all: t('filter.allRecords'),
            value: recordType,
            options: recordTypes,
          },
          { name: 'action', label: t('filter.action'), all: t('filter.allActions'), value: action, options: actions },
          { name: 'actor_id', label: t('filter.actor'), all: t('filter.allActors'), value: actorId, options: actors },
        ]}
        dates={[
          { name: 'date_from', label: t('filter.from'), value: dateFrom },
          { name: 'date_to', label: t('filter.to'), value: dateTo },
        ]}
        keep={{ record_id: recordId }}
        className="mb-6"
      />
      {recordId && (
        <p className="mb-6 text-ink-soft">
          {t('one')} · <TextLink href={list}>{t('all')}</TextLink>
        </p>
      )}
      {page.data.length > 0 ? (
        <AuditTable entries={page.data} timeZone={timeZone} addressOf={addressOf} titleOf={titleOf} />
      ) : (
        <EmptyState
          title={t('none.title')}
          action={isFiltered && <LinkButton href={list}>{t('none.clear')}</LinkButton>}
        >
          {t('none.text')}
        </EmptyState>
      )}
      <Pagination
        firstHref={cursor ? withQuery(list, query) : null}
        nextHref={page.nextCursor ? withQuery(list, { ...query, cursor: page.nextCursor }) : null}
      />
    </>
  );
}
