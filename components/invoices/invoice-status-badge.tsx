import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { type Day, formatDistance } from '@/lib/format';
import type { Invoice } from '@/lib/invoices/schemas';

type Shown = Pick<Invoice, 'status' | 'paymentStatus' | 'isOverdue' | 'dueOn'>;

/** How an invoice stands: draft, void, paid, or when it is due. */
export function InvoiceStatusBadge({ invoice, today }: { invoice: Shown; today: Day }) {
  const t = useTranslations('invoices.badge');
  const locale = useLocale();
  const { status, paymentStatus, isOverdue, dueOn } = invoice;
  if (status !== 'issued') return <Badge>{t(status)}</Badge>;
  if (paymentStatus === 'paid') return <Badge tone="good">{t('paid')}</Badge>;
  const distance = dueOn === null ? '' : formatDistance(dueOn, today, locale);
  if (isOverdue) return <Badge tone="bad">{t('overdue', { distance })}</Badge>;
  return <Badge tone="warn">{t('due', { distance })}</Badge>;
}
