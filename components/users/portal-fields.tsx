import { useTranslations } from 'next-intl';
import { CheckField } from '@/components/forms/check-field';
import { SelectField } from '@/components/forms/select-field';
import type { ClientName } from '@/lib/clients/schemas';
import type { UserDetail } from '@/lib/users/schemas';

type Props = { user?: UserDetail; clients: ClientName[]; clientId?: string | undefined };

/**
 * Portal access and client of a user. Shown for every user type, so that the form works without JavaScript; the server
 * reports invalid combinations at the field.
 */
export function PortalFields({ user, clients, clientId }: Props) {
  const t = useTranslations('users.form');
  return (
    <>
      <CheckField
        as="switch"
        name="clientPortalEnabled"
        label={t('enable')}
        value="true"
        defaultChecked={user ? user.clientPortalEnabled : clientId !== undefined}
      />
      <SelectField
        name="clientId"
        label={t('client')}
        hint={user?.client ? t('clientMove') : t('clientHint')}
        placeholder={t('noClient')}
        defaultValue={user ? (user.client?.id ?? '') : (clientId ?? '')}
        options={clients.map(({ id, name, isActive }) => ({
          value: id,
          label: isActive ? name : t('inactiveClient', { name }),
        }))}
      />
    </>
  );
}
