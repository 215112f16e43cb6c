import { useLocale, useTranslations } from 'next-intl';
import { ActionButton } from '@/components/forms/action-button';
import { Alert } from '@/components/ui/alert';
import { formatInstant } from '@/lib/format';
import type { FormAction } from '@/lib/forms/form-state';
import { faultKey, faultValues } from '@/lib/ledger/proof/columns';
import type { LedgerCheck } from '@/lib/ledger/proof/schemas';

type Props = { clientId: string; check: LedgerCheck | null; timeZone: string; action: FormAction };

/** What the last proof of an account found, with the button that proves it now. */
export function CheckPanel({ clientId, check, timeZone, action }: Props) {
  const t = useTranslations('ledger');
  const locale = useLocale();
  const at = (instant: Date) => formatInstant(instant, { locale, timeZone });
  const button = (
    <ActionButton action={action} hidden={{ id: clientId }} size="small" doneMessage={t('check.done')}>
      {t('check.now')}
    </ActionButton>
  );
  const held = check?.heldAt ? t('check.held', { at: at(check.heldAt) }) : null;
  if (check?.fault)
    return (
      <Alert tone="bad" title={t('check.broken', { at: at(check.checkedAt) })} action={button} className="mt-10">
        {t(`fault.${faultKey(check.fault)}`, faultValues(check.fault))} {held}
      </Alert>
    );
  return (
    <Alert tone={held ? 'good' : 'calm'} action={button} className="mt-10">
      {held ?? t('check.never')}
    </Alert>
  );
}
