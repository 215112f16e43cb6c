import { useLocale, useTranslations } from 'next-intl';
import { ActionButton } from '@/components/forms/action-button';
import { CheckField } from '@/components/forms/check-field';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Alert } from '@/components/ui/alert';
import { Section } from '@/components/ui/section';
import type { FormAction } from '@/lib/forms/form-state';
import type { ImportDetail } from '@/lib/imports/schemas';

type Props = { subject: ImportDetail; confirm: FormAction };

/** What a check counted, and the button that has the file written where every row is right. */
export function CheckResult({ subject, confirm }: Props) {
  const t = useTranslations('imports.result');
  const { id, kind, counts } = subject;
  const { created, changed, same, problems } = counts;
  const toWrite = created + changed;
  return (
    <Section title={t('title')}>
      <ul className="numerals flex flex-wrap gap-x-8 gap-y-2 text-lg">
        <li>{t('created', { count: created })}</li>
        <li>{t('changed', { count: changed })}</li>
        <li>{t('same', { count: same })}</li>
        {problems > 0 && <li className="text-bad">{t('problems', { count: problems })}</li>}
      </ul>
      <Alert tone={problems > 0 ? 'bad' : 'good'} className="mt-6">
        {problems > 0 ? t('bad', { count: problems }) : toWrite > 0 ? t('good') : t('nothing')}
      </Alert>
      {problems === 0 && toWrite > 0 && (
        <Form action={confirm} hidden={{ id }} doneMessage={null} className="mt-6">
          {kind === 'people' && created > 0 && (
            <CheckField name="invites" value="true" label={t('invites')} hint={t('invitesHint')} />
          )}
          <SubmitButton>{t('confirm', { count: toWrite })}</SubmitButton>
        </Form>
      )}
    </Section>
  );
}

/** The button that throws an import away. */
export function DiscardButton({ id, action }: { id: string; action: FormAction }) {
  const t = useTranslations('imports.result');
  return (
    <ActionButton action={action} hidden={{ id }} look="quiet" doneMessage={t('discarded')}>
      {t('discard')}
    </ActionButton>
  );
}

/** Why the last step did not come to its end, in words. */
export function ImportFaultAlert({ fault }: Pick<ImportDetail, 'fault'>) {
  const t = useTranslations('imports');
  const reasons = useTranslations('errors.reason');
  const locale = useLocale();
  if (fault === null) return null;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const textOf = () => {
    if (fault.kind === 'reason')
      return reasons.has(fault.key as 'importFailed') ? reasons(fault.key as 'importFailed') : reasons('importFailed');
    if (fault.kind === 'numbers') return t('fault.numbers', { number: fault.number });
    if (fault.kind !== 'inUse') return t(`fault.${fault.kind}`);
    const uses = fault.uses.map(({ what, count }) =>
      t.has(`uses.${what}` as 'uses.people') ? t(`uses.${what}` as 'uses.people', { count }) : t('uses.records'),
    );
    return t('fault.inUse', { uses: list.format(uses) });
  };
  return (
    <Alert tone={fault.kind === 'reason' ? 'bad' : 'warn'} className="mb-6">
      {textOf()}
    </Alert>
  );
}
