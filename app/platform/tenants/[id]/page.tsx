import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { resumeTenantAction, suspendTenantAction } from '@/app/platform/tenants/actions';
import { ActionButton } from '@/components/forms/action-button';
import { ConfirmButton } from '@/components/forms/confirm-button';
import { TenantPeople } from '@/components/tenants/tenant-people';
import { TenantStatusBadge } from '@/components/tenants/tenant-status-badge';
import { Alert } from '@/components/ui/alert';
import { Facts } from '@/components/ui/facts';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { Stat } from '@/components/ui/stat';
import { platformUser } from '@/lib/authz/guards';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { formatFileSize, formatInstant, formatNumber } from '@/lib/format';
import { localeName, supported } from '@/lib/i18n/locales';
import { paths } from '@/lib/paths';
import { getTenant } from '@/lib/tenants/queries';

type Props = PageProps<'/platform/tenants/[id]'>;

/** Cached per request by the id: the page and its title share one read. */
const load = cache(async (id: string) => {
  const me = await forPage(platformUser);
  return readPage(me, (db) => getTenant(db, { id }));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(await pageId(params))).name };
}

export default async function TenantPage({ params }: Props) {
  const tenant = await load(await pageId(params));
  const { id } = tenant;
  const [t, locale] = await Promise.all([getTranslations('platform.tenants'), getLocale()]);
  const at = (instant: string) => formatInstant(new Date(instant), { locale, timeZone: 'UTC' }, 'date');
  const language = supported(tenant.locale);
  const suspended = tenant.status === 'suspended';

  return (
    <>
      <PageHeader
        title={tenant.name}
        trail={[{ href: paths.platform.tenants.list, label: t('title') }]}
        badge={<TenantStatusBadge status={tenant.status} />}
        actions={
          <>
            <LinkButton href={paths.platform.tenants.edit(id)} look="secondary">
              {t('edit')}
            </LinkButton>
            {suspended ? (
              <ActionButton action={resumeTenantAction} hidden={{ id }} look="primary" doneMessage={t('resumed')}>
                {t('resume')}
              </ActionButton>
            ) : (
              <ConfirmButton
                action={suspendTenantAction}
                hidden={{ id }}
                title={t('suspendTitle', { name: tenant.name })}
                description={t('suspendText')}
                confirm={t('suspend')}
                doneMessage={t('suspended')}
              >
                {t('suspend')}
              </ConfirmButton>
            )}
          </>
        }
      />
      {tenant.suspendedAt && <Alert tone="warn">{t('suspendedSince', { date: at(tenant.suspendedAt) })}</Alert>}
      <Section title={t('usage.title')} lead={t('usage.lead')}>
        <dl className="grid grid-cols-2 gap-x-6 gap-y-8 sm:grid-cols-3 lg:grid-cols-6">
          {(['users', 'clients', 'projects', 'documents', 'photos'] as const).map((key) => (
            <Stat key={key} label={t(`usage.${key}`)} value={formatNumber(tenant.usage[key], locale)} />
          ))}
          <Stat
            label={t('usage.stored')}
            value={formatFileSize(tenant.usage.storedBytes, locale)}
            detail={t('usage.of', { quota: formatFileSize(tenant.storageQuotaBytes, locale) })}
          />
        </dl>
      </Section>
      <Section title={t('people')}>
        <TenantPeople people={tenant.users} locale={locale} />
      </Section>
      <Section title={t('details')}>
        <Facts
          columns={2}
          facts={[
            { label: t('slug'), value: tenant.slug },
            { label: t('currency'), value: tenant.currency },
            { label: t('timeZone'), value: tenant.timeZone.replaceAll('_', ' ') },
            { label: t('locale'), value: language ? localeName(language) : tenant.locale },
            { label: t('since'), value: at(tenant.createdAt) },
          ]}
        />
      </Section>
    </>
  );
}
