import { useTranslations } from 'next-intl';
import { ClaimFields } from '@/components/payments/claim-fields';
import { Section } from '@/components/ui/section';
import type { Day } from '@/lib/format';

type Props = { address: string; accept: string; maxBytes: number; today: Day; tenantName: string };

/** Where a person of the client says that an invoice is paid. */
export function ClaimForm({ tenantName, maxBytes, ...rest }: Props) {
  const t = useTranslations('payments.own');
  const texts = {
    ...{ paidOn: t('paidOn'), note: t('note'), noteHint: t('noteHint'), proof: t('proof'), send: t('send') },
    proofHint: t('proofHint', { megabytes: Math.floor(maxBytes / 1024 / 1024) }),
    notSent: t('notSent'),
  };
  return (
    <Section title={t('title')} lead={t('lead', { tenant: tenantName })} className="print:hidden">
      <ClaimFields maxBytes={maxBytes} texts={texts} {...rest} />
    </Section>
  );
}
