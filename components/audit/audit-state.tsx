import { useLocale, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import type { AuditCheck } from '@/lib/audit/proof/schemas';
import { formatInstant } from '@/lib/format';

/** What the last proof of the trail found; quiet while it holds. */
export function AuditState({ check, timeZone }: { check: AuditCheck; timeZone: string }) {
  const t = useTranslations('audit');
  const locale = useLocale();
  const at = (instant: Date) => formatInstant(instant, { locale, timeZone });
  const held = check.heldAt && t('check.held', { at: at(check.heldAt) });
  if (!check.fault) return <p className="-mt-2 mb-6 text-ink-soft text-sm">{held}</p>;
  const { kind, entryId, position, expected, found } = check.fault;
  const values = {
    ...{ entryId: entryId ?? '', position: String(position ?? '') },
    ...{ expected: String(expected ?? ''), found: String(found ?? '') },
  };
  return (
    <Alert tone="bad" title={t('check.broken', { at: at(check.checkedAt) })} className="mb-6">
      {t(`fault.${kind}`, values)} {held}
    </Alert>
  );
}
