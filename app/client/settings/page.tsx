import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { getAccount } from '@/app/account/account-overview';
import { AccountSections } from '@/app/account/account-sections';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { clientUser } from '@/lib/authz/guards';
import { forPage, readPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('client.settings'))('title') };
}

export default async function ClientSettingsPage() {
  const me = await forPage(clientUser);
  const account = await readPage(me, (db) => getAccount(db, me));
  const [t, guests] = await Promise.all([getTranslations('client.settings'), getTranslations('guests')]);
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<LinkButton href={paths.client.guests}>{guests('title')}</LinkButton>}
      />
      <AccountSections me={me} account={account} />
    </div>
  );
}
