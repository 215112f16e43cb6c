import { getTranslations } from 'next-intl/server';
import { changeMailSettingsAction } from '@/app/account/actions';
import { MailSettingsForm } from '@/components/account/mail-settings-form';
import { Section } from '@/components/ui/section';
import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import { notificationSettingsEdit } from '@/lib/notification-settings/checks';
import { fieldOf, kindsFor } from '@/lib/notification-settings/rule';
import type { NotificationSettings } from '@/lib/notification-settings/schemas';

type Props = { me: ClientActor | TeamActor; settings: NotificationSettings };

/** The section of the account page about mail, for everybody who receives notifications. */
export async function MailSection({ me, settings }: Props) {
  const t = await getTranslations('auth.account.mails');
  const { cadences, ...times } = settings;
  const kinds = kindsFor(me.userType).map((kind) => ({ field: fieldOf(kind), kind, cadence: cadences[kind] }));
  return (
    <Section title={t('title')} lead={t('lead')}>
      <MailSettingsForm
        action={changeMailSettingsAction}
        version={notificationSettingsEdit.version(settings)}
        kinds={kinds}
        times={times}
        zone={me.tenant.timeZone}
      />
    </Section>
  );
}
