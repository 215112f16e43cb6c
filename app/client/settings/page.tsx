import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { getAccount } from '@/app/account/account-overview';
import { AccountSections } from '@/app/account/account-sections';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { clientUser } from '@/lib/authz/guards';
import { forPage, readPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('client.settings'))('title') };
}

export default async function ClientSettingsPage() {
  const me = await forPage(clientUser);
  const account = await readPage(me, (db) => getAccount(db, me));
  const [t, archive, access, guests] = await Promise.all([
    getTranslations('client.settings'),
    getTranslations('exports'),
    getTranslations('openings'),
    getTranslations('guests'),
  ]);
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <LinkButton href={paths.client.guests}>{guests('title')}</LinkButton>
            <LinkButton href={paths.client.access()} look="secondary">
              {access('link')}
            </LinkButton>
          </>
        }
      />
      <AccountSections me={me} account={account} />
      <Section title={archive('title')} lead={archive('linkText')}>
        <TextLink href={paths.client.exports}>{archive('link')}</TextLink>
      </Section>
    </div>
  );
}
