import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { changeRetentionAction } from '@/app/admin/audit/archives/actions';
import { ArchiveList } from '@/components/audit/archive-list';
import { AuditState } from '@/components/audit/audit-state';
import { SelectField } from '@/components/forms/select-field';
import { SettingsSection } from '@/components/settings/settings-section';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { findAuditCheck } from '@/lib/audit/proof/queries';
import { adminUser } from '@/lib/authz/guards';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { paths, withQuery } from '@/lib/paths';
import { getRetention, listArchives } from '@/lib/trail-archives/queries';
import { retentionEdit } from '@/lib/trail-archives/retention/checks';
import { archiveFilter, retentionYears } from '@/lib/trail-archives/schemas';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('archives'))('title') };
}

export default async function TrailArchivesPage({ searchParams }: PageProps<'/admin/audit/archives'>) {
  const me = await forPage(adminUser);
  const filter = await pageFilter(archiveFilter, searchParams);
  const { page, retention, check } = await readPage(me, async (db) => ({
    page: await listArchives(db, filter),
    retention: await getRetention(db, me),
    check: await findAuditCheck(db, me.tenantId),
  }));
  const [t, audit] = await Promise.all([getTranslations('archives'), getTranslations('audit')]);
  const { timeZone } = me.tenant;
  const list = paths.admin.trailArchives;
  const latest = filter.cursor ? undefined : page.data[0];
  return (
    <div className="max-w-3xl">
      <PageHeader title={t('title')} lead={t('lead')} trail={[{ href: paths.admin.audit, label: audit('title') }]} />
      {check && <AuditState check={check} timeZone={timeZone} />}
      <SettingsSection
        title={t('keep')}
        lead={t('keepLead')}
        action={changeRetentionAction}
        version={retentionEdit.version(retention)}
      >
        <SelectField
          name="auditRetentionYears"
          label={t('label')}
          hint={t('law')}
          defaultValue={String(retention.auditRetentionYears ?? '')}
          options={[
            { value: '', label: t('forever') },
            ...retentionYears.map((years) => ({ value: String(years), label: t('years', { count: years }) })),
          ]}
        />
      </SettingsSection>
      <Section title={t('list')}>
        {page.data.length > 0 ? (
          <ArchiveList archives={page.data} timeZone={timeZone} />
        ) : (
          <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
        )}
        <Pagination
          firstHref={filter.cursor ? list : null}
          nextHref={page.nextCursor ? withQuery(list, { cursor: page.nextCursor }) : null}
        />
      </Section>
      {latest && (
        <Section title={t('verify')} lead={t('verifyLead')}>
          <p className="eyebrow">{t('key')}</p>
          <p className="mt-1 font-mono text-sm wrap-anywhere">{latest.publicKey}</p>
        </Section>
      )}
    </div>
  );
}
