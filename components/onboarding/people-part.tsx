import { useTranslations } from 'next-intl';
import { FieldGroup } from '@/components/forms/field-group';
import { FoldOut } from '@/components/forms/fold-out';
import { TextField } from '@/components/forms/text-field';
import { mostPeople } from '@/lib/onboarding/schemas';

/** The people of the client who get access. Every further row is folded into the one before, so that no script is needed. */
export function PeoplePart() {
  const t = useTranslations('onboarding.people');
  return (
    <FieldGroup title={t('title')} lead={t('lead')}>
      <PersonRow index={0} />
    </FieldGroup>
  );
}

function PersonRow({ index }: { index: number }) {
  const t = useTranslations('onboarding.people');
  const number = index + 1;
  return (
    <>
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField name={`people.${index}.name`} label={t('name', { number })} autoComplete="off" />
        <TextField name={`people.${index}.email`} label={t('email', { number })} type="email" autoComplete="off" />
      </div>
      {number < mostPeople && (
        <FoldOut title={t('another')} names={fieldsFrom(number)}>
          <PersonRow index={number} />
        </FoldOut>
      )}
    </>
  );
}

function fieldsFrom(index: number): string[] {
  return Array.from({ length: mostPeople - index }, (_, offset) => index + offset).flatMap((row) => [
    `people.${row}.name`,
    `people.${row}.email`,
  ]);
}
