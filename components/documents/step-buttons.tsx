import { useTranslations } from 'next-intl';
import { ActionButton } from '@/components/forms/action-button';
import { ConfirmButton } from '@/components/forms/confirm-button';
import { FormDialog } from '@/components/forms/form-dialog';
import { TextAreaField } from '@/components/forms/text-area-field';
import type { TeamDocument } from '@/lib/documents/schemas';
import { canTakeBack, stepBetween } from '@/lib/documents/transitions/rule';
import type { FormAction } from '@/lib/forms/form-state';

type Props = {
  document: TeamDocument;
  move: FormAction;
  reject: FormAction;
  /** Withdraws the published version; null for users who may not. */
  withdraw: FormAction | null;
};

/** The steps that the user may take from the current status; the one furthest towards publication is the primary button. */
export function StepButtons({ document, move, reject, withdraw }: Props) {
  const t = useTranslations('documents');
  const { id, status, version, allowed, publishedVersion } = document;
  const steps = allowed.flatMap((to) => {
    const step = stepBetween(status, to);
    return step ? [{ step, to }] : [];
  });
  // Ordered by how close the step is to publication; the closest one is the most likely choice.
  const main = ['publish', 'approve', 'submit'].find((name) => steps.some(({ step }) => step === name));
  const asking = (number: number) => ({
    title: t('show.withdrawTitle', { number }),
    description: t('show.withdrawText'),
    confirm: t('step.withdraw'),
  });
  const buttons = steps.map(({ step, to }) => {
    const hidden = { id, to, from: status, version: String(version) };
    const undo = canTakeBack(status, to) ? { undo: { ...hidden, to: status, from: to } } : {};
    if (step === 'reject')
      return (
        <FormDialog
          key={step}
          title={t('show.rejectTitle')}
          description={t('show.rejectText')}
          trigger={t('step.reject')}
          action={reject}
          hidden={hidden}
          submit={t('step.reject')}
          danger
        >
          <TextAreaField name="reason" label={t('show.reason')} required rows={3} maxLength={1000} />
        </FormDialog>
      );
    if (step === 'withdraw')
      return (
        <ConfirmButton
          key={step}
          action={move}
          hidden={hidden}
          renews
          doneMessage={t('stepDone.withdraw')}
          {...undo}
          {...asking(version)}
        >
          {t('step.withdraw')}
        </ConfirmButton>
      );
    return (
      <ActionButton
        key={step}
        action={move}
        hidden={hidden}
        renews
        look={step === main ? 'primary' : 'secondary'}
        doneMessage={t(`stepDone.${step}`)}
        {...undo}
      >
        {t(`step.${step}`)}
      </ActionButton>
    );
  });
  if (!withdraw || publishedVersion === null || status === 'published') return buttons;
  return [
    <ConfirmButton
      key="published"
      action={withdraw}
      hidden={{ id }}
      renews
      doneMessage={t('stepDone.withdraw')}
      {...asking(publishedVersion)}
    >
      {t('show.withdrawVersion', { number: publishedVersion })}
    </ConfirmButton>,
    ...buttons,
  ];
}
