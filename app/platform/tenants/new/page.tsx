import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { onboardTenantAction } from '@/app/platform/tenants/actions';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { UntilDone } from '@/components/forms/until-done';
import { Invitations } from '@/components/tenants/invitations';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { platformUser } from '@/lib/authz/guards';
import { forPage } from '@/lib/doors/page';
import { timeZones } from '@/lib/fields';
import { localeName, locales } from '@/lib/i18n/locales';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('platform.onboarding'))('title') };
}

export default async function OnboardTenantPage() {
  await forPage(platformUser);
  const t = await getTranslations('platform.onboarding');
  const group = 'space-y-6 border-t border-line pt-8 first:border-0 first:pt-0';
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
          <fieldset className={group}>
            <legend className="mb-4 text-section">{t('business')}</legend>
            <TextField name="name" label={t('name')} required autoComplete="off" />
            <TextField name="slug" label={t('slug')} hint={t('slugHint')} />
            <TextField name="currency" label={t('currency')} hint={t('currencyHint')} required defaultValue="EUR" />
            <SelectField
              name="timeZone"
              label={t('timeZone')}
              required
              defaultValue="UTC"
              options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
            />
            <SelectField
              name="locale"
              label={t('locale')}
              required
              defaultValue="en"
              options={locales.map((locale) => ({ value: locale, label: localeName(locale) }))}
            />
          </fieldset>
          <fieldset className={group}>
            <legend className="mb-4 text-section">{t('admin')}</legend>
            <TextField name="adminName" label={t('personName')} required autoComplete="off" />
            <TextField name="adminEmail" label={t('personEmail')} type="email" required autoComplete="off" />
          </fieldset>
          <fieldset className={group}>
            <legend className="text-section">{t('client')}</legend>
            <p className="text-ink-soft">{t('clientLead')}</p>
            <TextField name="clientName" label={t('clientName')} autoComplete="off" />
            <TextField name="clientUserName" label={t('personName')} autoComplete="off" />
            <TextField name="clientUserEmail" label={t('personEmail')} type="email" autoComplete="off" />
            <TextField name="projectName" label={t('projectName')} autoComplete="off" />
          </fieldset>
          <SubmitButton>{t('submit')}</SubmitButton>
        </UntilDone>
        <Invitations title={t('invitations')} lead={t('invitationsLead')} copy={t('copyLink')} next={toList} />
      </Form>
    </>
  );
}
