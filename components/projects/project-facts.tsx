import { useLocale, useTranslations } from 'next-intl';
import { Facts } from '@/components/ui/facts';
import { TextLink } from '@/components/ui/text-link';
import { formatDay, formatMoney } from '@/lib/format';
import { fromDecimal } from '@/lib/money';
import { paths } from '@/lib/paths';
import type { TeamProjectDetail } from '@/lib/projects/schemas';

type Props = {
  project: TeamProjectDetail;
  /** Whether people are links; admins may open them, staff may not. */
  peopleLinks: boolean;
};

/** Client, contact, address, dates and value of a project, for the tenant's team. */
export function ProjectFacts({ project, peopleLinks }: Props) {
  const t = useTranslations('projects.show');
  const locale = useLocale();
  const { clientId, clientName, clientUserId, clientUserName, contractValue, currency } = project;
  const amount = contractValue === null ? null : fromDecimal(contractValue, currency);
  const contact = clientUserName ?? (clientUserId ? t('contactHidden') : t('noContact'));
  return (
    <Facts
      columns={2}
      facts={[
        {
          label: t('client'),
          value: <TextLink href={paths.admin.clients.show(clientId)}>{clientName}</TextLink>,
        },
        {
          label: t('contact'),
          value:
            peopleLinks && clientUserId ? (
              <TextLink href={paths.admin.users.show(clientUserId)}>{contact}</TextLink>
            ) : (
              contact
            ),
        },
        { label: t('address'), value: project.address },
        { label: t('startsOn'), value: project.startsOn && formatDay(project.startsOn, locale) },
        { label: t('endsOn'), value: project.endsOn && formatDay(project.endsOn, locale) },
        { label: t('contractValue'), value: amount === null ? null : formatMoney(amount, currency, locale) },
      ]}
    />
  );
}
