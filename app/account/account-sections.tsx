import { getLocale, getTranslations } from 'next-intl/server';
import { changePasswordAction } from '@/app/(auth)/actions';
import type { AccountOverview } from '@/app/account/account-overview';
import {
  createTokenAction,
  revokeOtherSessionsAction,
  revokeSessionAction,
  revokeTokenAction,
  updateProfileAction,
} from '@/app/account/actions';
import { PasswordForm } from '@/components/account/password-form';
import { ProfileForm } from '@/components/account/profile-form';
import { SessionList } from '@/components/account/session-list';
import { TokenForm } from '@/components/account/token-form';
import { TokenList } from '@/components/account/token-list';
import { Section } from '@/components/ui/section';
import { deviceOf } from '@/lib/auth/device';
import type { Actor } from '@/lib/authz/actor';
import { formatInstant } from '@/lib/format';

type Props = { me: Actor; account: AccountOverview };

/** The account page of every area: profile, password, sessions, API tokens. */
export async function AccountSections({ me, account: { profile, sessions, tokens } }: Props) {
  const t = await getTranslations('auth.account');
  const reader = { locale: await getLocale(), timeZone: me.userType === 'super_admin' ? 'UTC' : me.tenant.timeZone };
  const now = new Date();
  const shownSessions = sessions.map(({ id, userAgent, lastSeenAt, ip }) => ({
    ...{
      id,
      ip,
      isThis: me.via.kind === 'session' && id === me.via.sessionId,
      lastSeen: formatInstant(lastSeenAt, reader, 'date-time'),
    },
    ...deviceOf(userAgent),
  }));
  const shownTokens = tokens.map(({ id, name, expiresAt, lastUsedAt }) => ({
    ...{ id, name, isExpired: expiresAt <= now, ends: formatInstant(expiresAt, reader, 'date') },
    lastUsed: lastUsedAt && formatInstant(lastUsedAt, reader, 'date'),
  }));
  return (
    <>
      <Section title={t('profile.title')} lead={t('profile.lead', { email: profile.email })}>
        <ProfileForm action={updateProfileAction} profile={profile} />
      </Section>
      <Section title={t('password.title')} lead={t('password.lead')}>
        <PasswordForm action={changePasswordAction} email={profile.email} />
      </Section>
      <Section title={t('sessions.title')} lead={t('sessions.lead')}>
        <SessionList sessions={shownSessions} revoke={revokeSessionAction} revokeOthers={revokeOtherSessionsAction} />
      </Section>
      <Section title={t('tokens.title')} lead={t('tokens.lead')}>
        <TokenList tokens={shownTokens} revoke={revokeTokenAction} />
        <div className="mt-8">
          <TokenForm action={createTokenAction} />
        </div>
      </Section>
    </>
  );
}
