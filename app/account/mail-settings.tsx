import { changeMailSettingsAction } from '@/app/account/actions';
import { MailSettingsForm } from '@/components/account/mail-settings-form';
import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import { notificationSettingsEdit } from '@/lib/notification-settings/checks';
import { fieldOf, kindsFor } from '@/lib/notification-settings/rule';
import type { NotificationSettings } from '@/lib/notification-settings/schemas';

type Props = { me: ClientActor | TeamActor; settings: NotificationSettings };

/** What is mailed to a person, for everybody who receives notifications. */
export function MailSettings({ me, settings }: Props) {
  const { cadences, ...times } = settings;
  const kinds = kindsFor(me.userType).map((kind) => ({ field: fieldOf(kind), kind, cadence: cadences[kind] }));
  return (
    <MailSettingsForm
      action={changeMailSettingsAction}
      version={notificationSettingsEdit.version(settings)}
      kinds={kinds}
      times={times}
      zone={me.tenant.timeZone}
    />
  );
}
