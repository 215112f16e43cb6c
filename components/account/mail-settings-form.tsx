import { getTranslations } from 'next-intl/server';
import { CheckField } from '@/components/forms/check-field';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import type { MailCadence, NotificationKind } from '@/lib/db/generated/enums';
import type { FormAction } from '@/lib/forms/form-state';

type Props = {
  action: FormAction<void>;
  version: string;
  /** The kinds that this person receives, by the name of their field. */
  kinds: { field: string; kind: NotificationKind; cadence: MailCadence }[];
  times: { timeZone: string | null; quietFrom: string | null; quietTo: string | null; stopped: boolean };
  /** The zone of the business, which holds without another one. */
  zone: string;
};

const cadences = ['instant', 'daily', 'weekly', 'off'] as const satisfies MailCadence[];

/** What is mailed to a person: how soon by kind of notification, and the hours in which nothing is. */
export async function MailSettingsForm({ action, version, kinds, times, zone }: Props) {
  const t = await getTranslations('auth.account.mails');
  const options = cadences.map((value) => ({ value, label: t(`cadence.${value}`) }));
  return (
    <Form action={action} version={version}>
      {times.stopped && (
        <>
          <input type="hidden" name="stopped" value="false" />
          <CheckField name="stopped" value="true" label={t('stopped')} hint={t('stoppedHint')} defaultChecked />
        </>
      )}
      <div className="grid gap-5 sm:grid-cols-2">
        {kinds.map(({ field, kind, cadence }) => (
          <SelectField
            key={field}
            name={field}
            required
            label={t(`kind.${kind}`)}
            defaultValue={cadence}
            options={options}
          />
        ))}
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="quietFrom"
          type="time"
          label={t('quietFrom')}
          hint={t('quietHint')}
          defaultValue={times.quietFrom}
        />
        <TextField name="quietTo" type="time" label={t('quietTo')} defaultValue={times.quietTo} />
      </div>
      <TextField
        name="timeZone"
        label={t('timeZone')}
        hint={t('timeZoneHint', { zone })}
        defaultValue={times.timeZone}
        autoComplete="off"
      />
      <SubmitButton>{t('save')}</SubmitButton>
    </Form>
  );
}
