import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { placeUserAction } from '@/app/admin/users/actions';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { PageHeader } from '@/components/ui/page-header';
import { UserFields } from '@/components/users/user-fields';
import { adminUser } from '@/lib/authz/guards';
import { listClientChoices } from '@/lib/clients/queries';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';
import { userEdit } from '@/lib/users/checks';
import { getUser } from '@/lib/users/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('users.form'))('edit') };
}

export default async function EditUserPage({ params }: PageProps<'/admin/users/[id]/edit'>) {
  const me = await forPage(adminUser);
  const id = await pageId(params);
  const { user, clients } = await readPage(me, async (db) => {
    const found = await getUser(db, { id });
    return { user: found, clients: await listClientChoices(db, found.client?.id) };
  });
  const [t, list] = await Promise.all([getTranslations('users.form'), getTranslations('users.list')]);
  const trail = [
    { href: paths.admin.users.list, label: list('title') },
    { href: paths.admin.users.show(id), label: user.name },
  ];
  return (
    <>
      <PageHeader title={t('edit')} trail={trail} />
      <Form action={placeUserAction} hidden={{ id }} version={userEdit.version(user)}>
        <UserFields user={user} clients={clients} tenantLocale={me.tenant.locale} />
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
    </>
  );
}
