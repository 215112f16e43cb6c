import { useLocale, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { textLinkClass } from '@/components/ui/text-link';
import { formatDay } from '@/lib/format';
import type { LatestClaim } from '@/lib/invoices/claims/schemas';
import { paths } from '@/lib/paths';

type Props = { claim: LatestClaim | null; isOpen: boolean; me: { userId: string }; tenantName: string };

/** What became of the latest word of the client that an invoice is paid: still being checked, or declined with the reason. */
export function OwnClaim({ claim, isOpen, me, tenantName: tenant }: Props) {
  const t = useTranslations('payments.own');
  const locale = useLocale();
  if (!claim || claim.status === 'confirmed' || !isOpen) return null;
  if (claim.status === 'declined')
    return (
      <Alert tone="warn" title={t('declined', { tenant })} className="mb-8">
        <span className="whitespace-pre-line break-words">{claim.declineReason}</span>
      </Alert>
    );
  const date = formatDay(claim.paidOn, locale, 'long');
  const title = claim.userId === me.userId ? t('claimed', { date }) : t('claimedBy', { name: claim.userName, date });
  return (
    <Alert title={title} className="mb-8">
      {t('checking', { tenant })}
      {claim.hasProof && (
        <>
          {' '}
          <a href={paths.files.claimProof('client', claim.id)} className={textLinkClass} download>
            {t('see')}
          </a>
        </>
      )}
    </Alert>
  );
}
