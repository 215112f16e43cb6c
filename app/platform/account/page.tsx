import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { getAccount } from '@/app/account/account-overview';
import { AccountSections } from '@/app/account/account-sections';
import { PageHeader } from '@/components/ui/page-header';
import { platformUser } from '@/lib/authz/guards';
import { forPage, readPage } from '@/lib/doors/page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('platform.account'))('title') };
}

export default async function PlatformAccountPage() {
  const me = await forPage(platformUser);
  const account = await readPage(me, (db) => getAccount(db, me));
  const t = await getTranslations('platform.account');
  return (
    <div className="max-w-3xl">
      <PageHeader title={t('title')} />
      <AccountSections me={me} account={account} />
    </div>
  );
}
