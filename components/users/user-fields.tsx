import { useTranslations } from 'next-intl';
import { FieldGroup } from '@/components/forms/field-group';
import { SelectField } from '@/components/forms/select-field';
import { TextField } from '@/components/forms/text-field';
import { ClientField } from '@/components/users/client-field';
import type { Choices } from '@/lib/choices';
import { localeName, localeOptions, supported } from '@/lib/i18n/locales';
import { type UserDetail, type UserFilter, userType } from '@/lib/users/schemas';

type Props = {
  user?: UserDetail;
  clients: Choices;
  /** The client that is selected initially for a new user. */
  clientId?: string | undefined;
  /** The type that is selected initially for a new user, by default client. */
  userType?: UserFilter['userType'];
  /** The language of the tenant. */
  tenantLocale: string;
};

/** The fields of a user, for creating and for editing. */
export function UserFields({ user, clients, clientId, userType: newType, tenantLocale }: Props) {
  const t = useTranslations('users.form');
  const type = useTranslations('terms.userType');
  const language = supported(tenantLocale);
  return (
    <>
      <FieldGroup title={t('who')}>
        <TextField name="name" label={t('name')} required autoComplete="off" defaultValue={user?.name ?? null} />
        <TextField
          name="email"
          label={t('email')}
          hint={user ? t('emailChange') : t('emailHint')}
          type="email"
          required
          autoComplete="off"
          defaultValue={user?.email ?? null}
        />
        <TextField name="phone" label={t('phone')} type="tel" autoComplete="off" defaultValue={user?.phone ?? null} />
        <SelectField
          name="locale"
          label={t('locale')}
          hint={t('localeHint')}
          placeholder={t('localeOfBusiness', { language: language ? localeName(language) : tenantLocale })}
          defaultValue={user?.locale ?? ''}
          options={localeOptions(user?.locale ?? null)}
        />
        <SelectField
          name="userType"
          label={t('userType')}
          hint={t('userTypeHint')}
          required
          defaultValue={user?.userType ?? newType ?? 'client'}
          options={userType.options.toReversed().map((value) => ({ value, label: type(value) }))}
        />
      </FieldGroup>
      <FieldGroup title={t('portal')} lead={t('portalLead')}>
        <ClientField {...(user && { user })} clients={clients} clientId={clientId} />
      </FieldGroup>
    </>
  );
}
