import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { onboardTenantAction } from '@/app/platform/tenants/actions';
import { FieldGroup } from '@/components/forms/field-group';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { UntilDone } from '@/components/forms/until-done';
import { Messages } from '@/components/layout/messages';
import { Invitations } from '@/components/tenants/invitations';
import { TimeZoneField } from '@/components/tenants/time-zone-field';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { platformUser } from '@/lib/authz/guards';
import { forPage, readPage } from '@/lib/doors/page';
import { localeOptions } from '@/lib/i18n/locales';
import { paths } from '@/lib/paths';
import { latestCurrency } from '@/lib/tenants/queries';
import { timeZones } from '@/lib/time-zones';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('platform.onboarding'))('title') };
}

export default async function OnboardTenantPage() {
  const me = await forPage(platformUser);
  const currency = await readPage(me, latestCurrency);
  const [t, locale] = await Promise.all([getTranslations('platform.onboarding'), getLocale()]);
  const toList = <LinkButton href={paths.platform.tenants.list}>{t('toList')}</LinkButton>;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        trail={[{ href: paths.platform.tenants.list, label: t('list') }]}
      />
      <Form action={onboardTenantAction} doneMessage={t('done')}>
        <UntilDone>
          <FieldGroup title={t('business')}>
            <TextField name="name" label={t('name')} required autoComplete="off" />
            <TextField name="slug" label={t('slug')} hint={t('slugHint')} />
            <TextField
              name="currency"
              label={t('currency')}
              hint={t('currencyHint')}
              required
              defaultValue={currency}
            />
            <TimeZoneField label={t('timeZone')} placeholder={t('chooseTimeZone')} zones={timeZones} />
            <SelectField
              name="locale"
              label={t('locale')}
              required
              defaultValue={locale}
              options={localeOptions(locale)}
            />
          </FieldGroup>
          <FieldGroup title={t('admin')}>
            <TextField name="adminName" label={t('adminName')} required autoComplete="off" />
            <TextField name="adminEmail" label={t('adminEmail')} type="email" required autoComplete="off" />
          </FieldGroup>
          <FieldGroup title={t('client')} lead={t('clientLead')}>
            <TextField name="clientName" label={t('clientName')} autoComplete="off" />
            <TextField name="clientUserName" label={t('personName')} autoComplete="off" />
            <TextField name="clientUserEmail" label={t('personEmail')} type="email" autoComplete="off" />
            <TextField name="projectName" label={t('projectName')} autoComplete="off" />
          </FieldGroup>
          <SubmitButton>{t('submit')}</SubmitButton>
        </UntilDone>
        <Messages for={['platform.onboarding.invitations']}>
          <Invitations next={toList} />
        </Messages>
      </Form>
    </>
  );
}
