import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { createClientAction } from '@/app/admin/clients/actions';
import { ClientFields } from '@/components/clients/client-fields';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { PageHeader } from '@/components/ui/page-header';
import { adminUser } from '@/lib/authz/guards';
import { forPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clients.form'))('new') };
}

export default async function NewClientPage() {
  const me = await forPage(adminUser);
  const [t, list] = await Promise.all([getTranslations('clients.form'), getTranslations('clients.list')]);
  return (
    <>
      <PageHeader
        title={t('new')}
        lead={t('newLead')}
        trail={[{ href: paths.admin.clients.list, label: list('title') }]}
      />
      <Form action={createClientAction}>
        <ClientFields currency={me.tenant.currency} />
        <SubmitButton>{t('create')}</SubmitButton>
      </Form>
    </>
  );
}
