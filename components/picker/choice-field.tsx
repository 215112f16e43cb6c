import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/forms/select-field';
import { Messages } from '@/components/layout/messages';
import { labelOf } from '@/components/picker/label-of';
import { PickerField, type PickerFieldProps } from '@/components/picker/picker-field';

type Props = Omit<PickerFieldProps, 'onChoose'>;

/** A field of a form that chooses a client or a project: a select of all, or of a large business a field that searches. */
export function ChoiceField({ choices, ...field }: Props) {
  const t = useTranslations('common.picker');
  if (choices.more)
    return (
      <Messages for={['common.picker']}>
        <PickerField choices={choices} {...field} />
      </Messages>
    );
  return (
    <SelectField
      {...field}
      options={choices.options.map((choice) => ({
        value: choice.id,
        label: labelOf(choice, (name) => t('inactive', { name })),
      }))}
    />
  );
}
