import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Growth } from '@/components/dashboard/growth';
import { TenantUseTable } from '@/components/dashboard/tenant-use-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { Stat } from '@/components/ui/stat';
import { TextLink } from '@/components/ui/text-link';
import { platformUser } from '@/lib/authz/guards';
import { getPlatformDashboard } from '@/lib/dashboard/platform/queries';
import { today } from '@/lib/dates';
import { forPage, readPage } from '@/lib/doors/page';
import { formatCount } from '@/lib/intl';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('platform.home'))('title') };
}

/** Which businesses the installation has, what they use and how it grows. */
export default async function PlatformPage() {
  const me = await forPage(platformUser);
  const { active, suspended, tenants, growth } = await readPage(me, (db) => getPlatformDashboard(db, today('UTC')));
  const [t, list, locale] = await Promise.all([
    getTranslations('platform.home'),
    getTranslations('platform.tenants'),
    getLocale(),
  ]);
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <LinkButton href={paths.platform.tenants.new} look="primary">
            {list('onboard')}
          </LinkButton>
        }
      />
      {tenants.length === 0 ? (
        <EmptyState title={list('empty.title')}>{list('empty.text')}</EmptyState>
      ) : (
        <>
          <dl className="flex flex-wrap gap-x-16 gap-y-8">
            <Stat label={t('active')} value={formatCount(active, locale)} />
            {suspended > 0 && <Stat label={t('suspended')} value={formatCount(suspended, locale)} />}
          </dl>
          <Section title={t('growth')}>
            <Growth growth={growth} />
          </Section>
          <Section title={t('newest')} aside={<TextLink href={paths.platform.tenants.list}>{t('all')}</TextLink>}>
            <TenantUseTable tenants={tenants} />
          </Section>
        </>
      )}
    </>
  );
}
