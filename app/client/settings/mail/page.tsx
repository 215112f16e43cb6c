import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MailSettings } from '@/app/account/mail-settings';
import { PageHeader } from '@/components/ui/page-header';
import { clientUser } from '@/lib/authz/guards';
import { forPage, readPage } from '@/lib/doors/page';
import { getNotificationSettings } from '@/lib/notification-settings/queries';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.account.mails'))('title') };
}

export default async function ClientMailPage() {
  const me = await forPage(clientUser);
  const settings = await readPage(me, (db) => getNotificationSettings(db, me));
  const [t, account] = await Promise.all([getTranslations('auth.account.mails'), getTranslations('client.settings')]);
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        trail={[{ href: paths.client.settings, label: account('title') }]}
      />
      <MailSettings me={me} settings={settings} />
    </div>
  );
}
