import { getTranslations } from 'next-intl/server';
import { ChoicesField } from '@/components/forms/choices-field';
import { Form } from '@/components/forms/form';
import { PasswordField } from '@/components/forms/password-field';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { NewPass, type ShownPass } from '@/components/guests/new-pass';
import { Messages } from '@/components/layout/messages';
import type { FormAction } from '@/lib/forms/form-state';
import { guestSections } from '@/lib/guests/rule';

type Props = { action: FormAction<ShownPass>; projects: readonly { id: string; name: string }[] };

const lives = [7, 30, 60, 90];

/** Hands out a pass and shows its link once, above the form. */
export async function PassForm({ action, projects }: Props) {
  const t = await getTranslations('guests');
  const hints = { account: t('form.accountHint'), invoices: t('form.invoicesHint') } as const;
  return (
    <Form action={action} doneMessage={null}>
      <Messages for={['guests.created']}>
        <NewPass />
      </Messages>
      <TextField name="label" label={t('form.label')} hint={t('form.labelHint')} maxLength={80} required />
      <ChoicesField
        name="projectIds"
        title={t('form.projects')}
        choices={projects.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={projects.length === 1 ? projects.map(({ id }) => id) : []}
      />
      <ChoicesField
        name="sections"
        title={t('form.sections')}
        lead={t('form.sectionsLead')}
        choices={guestSections.map((section) => ({
          value: section,
          label: t(`section.${section}`),
          hint: section === 'account' || section === 'invoices' ? hints[section] : undefined,
        }))}
      />
      <SelectField
        name="expiresInDays"
        label={t('form.days')}
        defaultValue="30"
        options={lives.map((days) => ({ value: String(days), label: t('form.daysChoice', { days }) }))}
        required
      />
      <PasswordField
        name="password"
        label={t('form.password')}
        hint={t('form.passwordHint')}
        autoComplete="new-password"
        minLength={8}
        required={false}
      />
      <SubmitButton>{t('form.create')}</SubmitButton>
    </Form>
  );
}
