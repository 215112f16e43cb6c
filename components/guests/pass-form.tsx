import { getTranslations } from 'next-intl/server';
import { CheckField } from '@/components/forms/check-field';
import { FieldGroup } from '@/components/forms/field-group';
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
      <FieldGroup title={t('form.projects')}>
        <div>
          {projects.map(({ id, name }) => (
            <CheckField key={id} name="projectIds" value={id} label={name} defaultChecked={projects.length === 1} />
          ))}
        </div>
      </FieldGroup>
      <FieldGroup title={t('form.sections')} lead={t('form.sectionsLead')}>
        <div>
          {guestSections.map((section) => (
            <CheckField
              key={section}
              name="sections"
              value={section}
              label={t(`section.${section}`)}
              hint={section === 'account' || section === 'invoices' ? hints[section] : undefined}
            />
          ))}
        </div>
      </FieldGroup>
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
