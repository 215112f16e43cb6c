import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import type { TeamTimeEntry } from '@/lib/time/schemas';

/** Why an entry cannot change: its invoice, where the reader sees invoices, or its person. */
export function LockedHours({ entry }: { entry: TeamTimeEntry }) {
  const t = useTranslations('hours.edit');
  const { isBilled, invoiceId, invoiceNumber, personName } = entry;
  const text = !isBilled
    ? t('others', { name: personName })
    : invoiceNumber
      ? t('lockedBy', { number: invoiceNumber })
      : t(invoiceId ? 'lockedByDraft' : 'locked');
  return (
    <div className="mb-8">
      <Alert>
        {text} {invoiceId && <TextLink href={paths.admin.invoices.show(invoiceId)}>{t('showInvoice')}</TextLink>}
      </Alert>
    </div>
  );
}
