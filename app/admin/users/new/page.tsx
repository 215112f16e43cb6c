import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { inviteUserAction } from '@/app/admin/users/actions';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { UntilDone } from '@/components/forms/until-done';
import { Messages } from '@/components/layout/messages';
import { PageHeader } from '@/components/ui/page-header';
import { InvitedSteps } from '@/components/users/invited-steps';
import { OneTimeLink } from '@/components/users/one-time-link';
import { UserFields } from '@/components/users/user-fields';
import { adminUser } from '@/lib/authz/guards';
import { listClientChoices } from '@/lib/clients/queries';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { recordId } from '@/lib/fields';
import { paths } from '@/lib/paths';
import { userType } from '@/lib/users/schemas';

/** Preselects a client or a type, for links from elsewhere. */
const preset = z.object({ clientId: recordId().optional(), userType: userType.optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('users.form'))('new') };
}

export default async function NewUserPage({ searchParams }: PageProps<'/admin/users/new'>) {
  const me = await forPage(adminUser);
  const { clientId, userType: type } = await pageFilter(preset, searchParams);
  const clients = await readPage(me, (db) => listClientChoices(db, clientId));
  const [t, list] = await Promise.all([getTranslations('users.form'), getTranslations('users.list')]);
  return (
    <>
      <PageHeader
        title={t('new')}
        lead={t('newLead')}
        trail={[{ href: paths.admin.users.list, label: list('title') }]}
      />
      <Form action={inviteUserAction} doneMessage={t('done')}>
        <UntilDone>
          <UserFields clients={clients} clientId={clientId} userType={type} tenantLocale={me.tenant.locale} />
          <SubmitButton>{t('create')}</SubmitButton>
        </UntilDone>
        <Messages for={['users.link.made', 'users.form.giveProject', 'users.form.openPerson', 'users.form.toList']}>
          <OneTimeLink />
          <InvitedSteps />
        </Messages>
      </Form>
    </>
  );
}
