import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MailSettings } from '@/app/account/mail-settings';
import { PageHeader } from '@/components/ui/page-header';
import { teamMember } from '@/lib/authz/guards';
import { forPage, readPage } from '@/lib/doors/page';
import { getNotificationSettings } from '@/lib/notification-settings/queries';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.account.mails'))('title') };
}

export default async function TeamMailPage() {
  const me = await forPage(teamMember);
  const settings = await readPage(me, (db) => getNotificationSettings(db, me));
  const [t, account] = await Promise.all([getTranslations('auth.account.mails'), getTranslations('admin.account')]);
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        trail={[{ href: paths.admin.account, label: account('title') }]}
      />
      <MailSettings me={me} settings={settings} />
    </div>
  );
}
