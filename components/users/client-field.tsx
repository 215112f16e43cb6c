import { useTranslations } from 'next-intl';
import { ChoiceField } from '@/components/picker/choice-field';
import type { Choices } from '@/lib/choices';
import type { UserDetail } from '@/lib/users/schemas';

type Props = { user?: UserDetail; clients: Choices; clientId?: string | undefined };

/**
 * The client of a person, which gives access to its portal. Shown for every user type, so that the form works without
 * JavaScript; the server reports invalid combinations at the field.
 */
export function ClientField({ user, clients, clientId }: Props) {
  const t = useTranslations('users.form');
  return (
    <ChoiceField
      name="clientId"
      label={t('client')}
      hint={user?.client ? t('clientMove') : t('clientHint')}
      placeholder={t('noClient')}
      defaultValue={user ? (user.client?.id ?? '') : (clientId ?? '')}
      choices={clients}
    />
  );
}
