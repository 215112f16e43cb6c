import { useTranslations } from 'next-intl';
import { CheckField } from '@/components/forms/check-field';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import { ChoiceField } from '@/components/picker/choice-field';
import { typedDuration } from '@/lib/time/rule';
import type { HourChoices } from '@/lib/time/timers/schemas';

type Props = {
  choices: Pick<HourChoices, 'projects' | 'lastProjectId'>;
  /** The people to choose from; absent where hours are the caller's own. */
  people?: { options: readonly { id: string; name: string }[]; me: string };
  entry?: { projectId: string; workedOn: string; minutes: number; description: string; billable: boolean };
};

/** The fields of an entry in the order in which they are typed. A hidden "false" before the checkbox stands for an empty one. */
export function EntryFields({ choices, people, entry }: Props) {
  const t = useTranslations('hours.enter');
  return (
    <>
      <div className="grid gap-x-5 gap-y-5 md:grid-cols-12">
        <ChoiceField
          name="projectId"
          label={t('project')}
          required
          placeholder={t('chooseProject')}
          defaultValue={entry?.projectId ?? choices.lastProjectId}
          choices={choices.projects}
          className="md:col-span-6"
        />
        <TextField
          name="minutes"
          label={t('duration')}
          required
          maxLength={40}
          placeholder={t('durationHint')}
          autoComplete="off"
          defaultValue={entry ? typedDuration(entry.minutes) : null}
          className="md:col-span-3"
        />
        <TextField
          name="workedOn"
          label={t('day')}
          maxLength={40}
          placeholder={t('dayHint')}
          autoComplete="off"
          defaultValue={entry?.workedOn ?? null}
          className="md:col-span-3"
        />
        <TextField
          name="description"
          label={t('what')}
          required
          maxLength={2000}
          autoComplete="off"
          defaultValue={entry?.description ?? null}
          className={people ? 'md:col-span-9' : 'md:col-span-12'}
        />
        {people && (
          <SelectField
            name="userId"
            label={t('person')}
            required
            defaultValue={people.me}
            options={people.options.map(({ id, name }) => ({ value: id, label: name }))}
            className="md:col-span-3"
          />
        )}
      </div>
      <CheckField name="billable" value="true" label={t('billable')} defaultChecked={entry?.billable ?? true} />
    </>
  );
}
