import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { inviteUserAction } from '@/app/admin/users/actions';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { UntilDone } from '@/components/forms/until-done';
import { Messages } from '@/components/layout/messages';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { OneTimeLink } from '@/components/users/one-time-link';
import { UserFields } from '@/components/users/user-fields';
import { adminUser } from '@/lib/authz/guards';
import { listClientNames } from '@/lib/clients/queries';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { recordId } from '@/lib/fields';
import { paths } from '@/lib/paths';

/** Preselects a client, for links from the client page. */
const preset = z.object({ clientId: recordId().optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('users.form'))('new') };
}

export default async function NewUserPage({ searchParams }: PageProps<'/admin/users/new'>) {
  const me = await forPage(adminUser);
  const { clientId } = await pageFilter(preset, searchParams);
  const clients = await readPage(me, listClientNames);
  const [t, list] = await Promise.all([getTranslations('users.form'), getTranslations('users.list')]);
  const { timeZone, locale } = me.tenant;
  return (
    <>
      <PageHeader
        title={t('new')}
        lead={t('newLead')}
        trail={[{ href: paths.admin.users.list, label: list('title') }]}
      />
      <Form action={inviteUserAction} doneMessage={t('done')}>
        <UntilDone>
          <UserFields clients={clients} clientId={clientId} tenantLocale={locale} />
          <SubmitButton>{t('create')}</SubmitButton>
        </UntilDone>
        <Messages for={['users.link.made']}>
          <OneTimeLink
            timeZone={timeZone}
            next={<LinkButton href={paths.admin.users.list}>{t('toList')}</LinkButton>}
          />
        </Messages>
      </Form>
    </>
  );
}
