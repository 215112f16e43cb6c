import { useLocale, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { LinkButton } from '@/components/ui/link-button';
import { formatDay } from '@/lib/format';
import type { LatestClaim } from '@/lib/invoices/claims/schemas';
import { paths } from '@/lib/paths';

/** Says on the page of an invoice that the client reports it as paid, with the way to the decision. */
export function ClaimToDecide({ claim }: { claim: LatestClaim }) {
  const t = useTranslations('payments.claim');
  const locale = useLocale();
  return (
    <Alert
      className="mb-8"
      action={
        <LinkButton href={paths.admin.paymentClaim(claim.id)} size="small">
          {t('look')}
        </LinkButton>
      }
    >
      {t('shown', { name: claim.userName, date: formatDay(claim.paidOn, locale, 'long') })}
    </Alert>
  );
}
