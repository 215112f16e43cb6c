import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requestBusinessExportAction } from '@/app/admin/settings/export/actions';
import { ExportList } from '@/components/exports/export-list';
import { ActionButton } from '@/components/forms/action-button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { adminUser } from '@/lib/authz/guards';
import { forPage, readPage } from '@/lib/doors/page';
import { listBusinessExports } from '@/lib/exports/team-queries';
import { formatInstant } from '@/lib/intl';
import { paths } from '@/lib/paths';

/** The archives that this page shows; earlier ones have expired. */
const shown = 10;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exports.business'))('title') };
}

export default async function BusinessExportPage() {
  const me = await forPage(adminUser);
  const { data } = await readPage(me, (db) => listBusinessExports(db, { limit: shown }));
  const [t, business, settings, locale] = await Promise.all([
    getTranslations('exports'),
    getTranslations('exports.business'),
    getTranslations('settings'),
    getLocale(),
  ]);
  const { timeZone } = me.tenant;
  const isBusy = data.some(({ state }) => state === 'waiting' || state === 'working');
  const parts = ['records', 'files', 'trail'] as const;
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={business('title')}
        lead={business('lead')}
        trail={[{ href: paths.admin.settings, label: settings('title') }]}
      />
      <ul className="mb-6 max-w-prose list-disc space-y-1 ps-5">
        {parts.map((part) => (
          <li key={part}>{business(`has.${part}`)}</li>
        ))}
      </ul>
      <p className="mb-6 max-w-prose text-ink-soft">{business('hasNot')}</p>
      {isBusy ? (
        <p className="mb-8 max-w-prose text-ink-soft">{t('making')}</p>
      ) : (
        <div className="mb-8 max-w-prose space-y-3">
          <ActionButton action={requestBusinessExportAction} look="primary" doneMessage={t('asked')}>
            {t('make')}
          </ActionButton>
          <p className="text-sm text-ink-soft">{business('careful')}</p>
        </div>
      )}
      <Section title={t('list')} lead={t('kept')}>
        {data.length === 0 && <EmptyState title={t('team.empty')} />}
        <ExportList
          timeZone={timeZone}
          exports={data.map(({ askedByName: by, ...one }) => ({
            ...one,
            about: business('madeBy', { by, at: formatInstant(new Date(one.createdAt), { locale, timeZone }) }),
            address: paths.files.clientExport('admin', one.id),
          }))}
        />
      </Section>
    </div>
  );
}
