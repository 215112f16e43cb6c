import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { changeClientAction } from '@/app/admin/clients/actions';
import { ClientFields } from '@/components/clients/client-fields';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { PageHeader } from '@/components/ui/page-header';
import { adminUser } from '@/lib/authz/guards';
import { clientEdit } from '@/lib/clients/checks';
import { getClient } from '@/lib/clients/queries';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clients.form'))('edit') };
}

export default async function EditClientPage({ params }: PageProps<'/admin/clients/[id]/edit'>) {
  const me = await forPage(adminUser);
  const id = await pageId(params);
  const client = await readPage(me, (db) => getClient(db, { id }));
  const [t, list] = await Promise.all([getTranslations('clients.form'), getTranslations('clients.list')]);
  const trail = [
    { href: paths.admin.clients.list, label: list('title') },
    { href: paths.admin.clients.show(id), label: client.name },
  ];
  return (
    <>
      <PageHeader title={t('edit')} trail={trail} />
      <Form action={changeClientAction} hidden={{ id }} version={clientEdit.version(client)}>
        <ClientFields client={client} currency={client.currency} />
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
    </>
  );
}
