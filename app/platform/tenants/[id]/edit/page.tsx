import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { changeTenantAction } from '@/app/platform/tenants/actions';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { PageHeader } from '@/components/ui/page-header';
import { platformUser } from '@/lib/authz/guards';
import { forPage, pageId, readPage } from '@/lib/doors/page';
import { formatFileSize, gigabyte } from '@/lib/format';
import { typedDecimal } from '@/lib/numbers';
import { paths } from '@/lib/paths';
import { tenantEdit } from '@/lib/tenants/checks';
import { getTenant } from '@/lib/tenants/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('platform.tenants'))('edit') };
}

export default async function EditTenantPage({ params }: PageProps<'/platform/tenants/[id]/edit'>) {
  const me = await forPage(platformUser);
  const id = await pageId(params);
  const tenant = await readPage(me, (db) => getTenant(db, { id }));
  const [t, locale] = await Promise.all([getTranslations('platform.tenants'), getLocale()]);
  const trail = [
    { href: paths.platform.tenants.list, label: t('title') },
    { href: paths.platform.tenants.show(id), label: tenant.name },
  ];
  return (
    <>
      <PageHeader title={t('edit')} trail={trail} />
      <Form action={changeTenantAction} hidden={{ id }} version={tenantEdit.version(tenant)}>
        <TextField name="name" label={t('name')} required defaultValue={tenant.name} />
        <TextField name="slug" label={t('slug')} hint={t('slugHint')} required defaultValue={tenant.slug} />
        <TextField
          name="storageQuotaGigabytes"
          label={t('quota')}
          hint={t('quotaHint', { stored: formatFileSize(tenant.usage.storedBytes, locale) })}
          inputMode="decimal"
          required
          defaultValue={typedDecimal((tenant.storageQuotaBytes / gigabyte).toFixed(9).replace(/\.?0+$/, ''), locale)}
        />
        <SubmitButton>{t('save')}</SubmitButton>
      </Form>
    </>
  );
}
