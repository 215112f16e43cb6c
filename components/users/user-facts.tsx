import { useLocale, useTranslations } from 'next-intl';
import { Facts } from '@/components/ui/facts';
import { TextLink } from '@/components/ui/text-link';
import { formatInstant } from '@/lib/format';
import { localeName, supported } from '@/lib/i18n/locales';
import { paths } from '@/lib/paths';
import type { UserDetail } from '@/lib/users/schemas';

type Props = { user: UserDetail; timeZone: string; tenantLocale: string };

/** Contact details, client and last sign-in of a user. */
export function UserFacts({ user, timeZone, tenantLocale }: Props) {
  const t = useTranslations('users.show');
  const locale = useLocale();
  const reader = { locale, timeZone };
  const { email, phone, client, lastSignInAt } = user;
  const language = supported(user.locale ?? tenantLocale);
  const name = language ? localeName(language) : tenantLocale;
  return (
    <Facts
      columns={3}
      facts={[
        { label: t('email'), value: <TextLink href={`mailto:${email}`}>{email}</TextLink> },
        {
          label: t('phone'),
          value: phone && <TextLink href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</TextLink>,
        },
        { label: t('locale'), value: user.locale ? name : t('localeOfBusiness', { language: name }) },
        {
          label: t('client'),
          value: client && <TextLink href={paths.admin.clients.show(client.id)}>{client.name}</TextLink>,
        },
        {
          label: t('lastSignIn'),
          value: lastSignInAt ? formatInstant(new Date(lastSignInAt), reader) : t('never'),
        },
        { label: t('since'), value: formatInstant(new Date(user.createdAt), reader, 'date') },
      ]}
    />
  );
}
