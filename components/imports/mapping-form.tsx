import { useTranslations } from 'next-intl';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { Section } from '@/components/ui/section';
import type { FormAction } from '@/lib/forms/form-state';
import { apiNameOf, fieldsOf } from '@/lib/imports/fields/rule';
import { encodings, type ImportDetail, separators } from '@/lib/imports/schemas';

type Props = { subject: ImportDetail; action: FormAction };

/** How a file is written and what its columns hold, as recognised, to be changed; its button has the file checked. */
export function MappingForm({ subject, action }: Props) {
  const t = useTranslations('imports.mapping');
  const field = useTranslations('imports.field');
  const { id, kind, columns, status } = subject;
  const missing = fieldsOf[kind].filter(({ name, required }) => required && !columns.some((one) => one.field === name));
  const options = [
    { value: 'none', label: t('leave') },
    ...fieldsOf[kind].map(({ name, required }) => ({
      value: apiNameOf(name),
      label: required ? `${field(name)} *` : field(name),
    })),
  ];
  return (
    <Form action={action} hidden={{ id }} doneMessage={null} className="mt-12">
      <WritingFields writing={subject.writing} />
      <Section title={t('title')} lead={t('lead')}>
        <div className="grid gap-6">
          {columns.map(({ title, sample, field: filled }, at) => (
            <SelectField
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a file have a fixed order
              key={at}
              name={`columns.${at}.field`}
              label={title.trim() || t('columnNumber', { number: at + 1 })}
              hint={
                sample
                  .filter((text) => text !== '')
                  .slice(0, 3)
                  .join(' · ') || t('empty')
              }
              defaultValue={filled ? apiNameOf(filled) : 'none'}
              required
              options={options}
            />
          ))}
        </div>
        {missing.length > 0 && (
          <p className="mt-6 text-warn">
            {t('missing', { fields: missing.map(({ name }) => field(name)).join(', ') })}
          </p>
        )}
      </Section>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton look={status === 'mapping' ? 'primary' : 'secondary'}>
          {status === 'mapping' ? t('check') : t('again')}
        </SubmitButton>
        <span className="text-sm text-ink-soft">{t('nothing')}</span>
      </div>
    </Form>
  );
}

/** The choices of a writing that are not empty for a text; a workbook has dates of people who typed text alone. */
function WritingFields({ writing }: Pick<ImportDetail, 'writing'>) {
  const t = useTranslations('imports.writing');
  const { encoding, separator, decimal, dateOrder } = writing;
  const isText = separator !== null;
  return (
    <Section title={t('title')} lead={isText ? t('lead') : t('workbook')}>
      <div className="grid gap-6 sm:grid-cols-2">
        {isText && (
          <>
            <SelectField
              name="encoding"
              required
              label={t('encoding')}
              defaultValue={encoding}
              options={encodings.map((value) => ({ value, label: t(`encodings.${value}`) }))}
            />
            <SelectField
              name="separator"
              required
              label={t('separator')}
              defaultValue={separator}
              options={separators.map((value) => ({ value, label: t(`separators.${value}`) }))}
            />
          </>
        )}
        <SelectField
          name="decimal"
          required
          label={t('decimal')}
          defaultValue={decimal}
          options={[
            { value: ',', label: t('decimals.comma') },
            { value: '.', label: t('decimals.point') },
          ]}
        />
        <SelectField
          name="dateOrder"
          required
          label={t('dateOrder')}
          defaultValue={dateOrder}
          options={[
            { value: 'dmy', label: t('dateOrders.dmy') },
            { value: 'mdy', label: t('dateOrders.mdy') },
          ]}
        />
      </div>
    </Section>
  );
}
