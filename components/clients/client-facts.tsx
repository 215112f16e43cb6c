import { useLocale, useTranslations } from 'next-intl';
import { Facts } from '@/components/ui/facts';
import { TextLink } from '@/components/ui/text-link';
import type { ClientDetail } from '@/lib/clients/schemas';
import { formatInstant } from '@/lib/format';

/** Contact details and type of a client. */
export function ClientFacts({ client, timeZone }: { client: ClientDetail; timeZone: string }) {
  const t = useTranslations('clients.show');
  const kind = useTranslations('terms.clientKind');
  const locale = useLocale();
  const { email, phone, address, taxNumber, countryCode } = client;
  return (
    <Facts
      columns={3}
      facts={[
        { label: t('email'), value: email && <TextLink href={`mailto:${email}`}>{email}</TextLink> },
        {
          label: t('phone'),
          value: phone && <TextLink href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</TextLink>,
        },
        { label: t('address'), value: address && <span className="whitespace-pre-line">{address}</span> },
        { label: t('taxNumber'), value: taxNumber },
        { label: t('countryCode'), value: countryCode },
        { label: t('kind'), value: kind(client.kind) },
        { label: t('currency'), value: client.currency },
        { label: t('since'), value: formatInstant(new Date(client.createdAt), { locale, timeZone }, 'date') },
      ]}
    />
  );
}
