import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requestExportAction } from '@/app/client/settings/export/actions';
import { ExportList } from '@/components/exports/export-list';
import { ActionButton } from '@/components/forms/action-button';
import { PageHeader } from '@/components/ui/page-header';
import { clientUser } from '@/lib/authz/guards';
import { forPage, readPage } from '@/lib/doors/page';
import { listExports } from '@/lib/exports/queries';
import { formatInstant } from '@/lib/intl';
import { paths } from '@/lib/paths';

/** The archives that this page shows; earlier ones have expired. */
const shown = 10;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exports'))('title') };
}

export default async function ClientExportPage() {
  const me = await forPage(clientUser);
  const { data } = await readPage(me, (db) => listExports(db, { limit: shown }, me));
  const [t, settings, locale] = await Promise.all([
    getTranslations('exports'),
    getTranslations('client.settings'),
    getLocale(),
  ]);
  const { timeZone } = me.tenant;
  const isBusy = data.some(({ state }) => state === 'waiting' || state === 'working');
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        trail={[{ href: paths.client.settings, label: settings('title') }]}
      />
      {isBusy ? (
        <p className="mb-8 max-w-prose text-ink-soft">{t('making')}</p>
      ) : (
        <div className="mb-8 space-y-3">
          <ActionButton action={requestExportAction} look="primary" doneMessage={t('asked')}>
            {t('make')}
          </ActionButton>
          <p className="text-sm text-ink-soft">{t('kept')}</p>
        </div>
      )}
      <ExportList
        timeZone={timeZone}
        exports={data.map((one) => ({
          ...one,
          about: t('made', { at: formatInstant(new Date(one.createdAt), { locale, timeZone }) }),
          address: paths.files.clientExport('client', one.id),
        }))}
      />
    </div>
  );
}
