import { getLocale, getTranslations } from 'next-intl/server';
import { changePasswordAction } from '@/app/(auth)/actions';
import type { AccountOverview } from '@/app/account/account-overview';
import {
  createCalendarAction,
  createTokenAction,
  revokeOtherSessionsAction,
  revokeSessionAction,
  revokeTokenAction,
  updateProfileAction,
} from '@/app/account/actions';
import { CalendarAddress } from '@/components/account/calendar-address';
import { NoticeList } from '@/components/account/notice-list';
import { PasswordForm } from '@/components/account/password-form';
import { ProfileForm } from '@/components/account/profile-form';
import { SessionList } from '@/components/account/session-list';
import { TokenForm } from '@/components/account/token-form';
import { TokenList } from '@/components/account/token-list';
import { buttonClass } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { deviceOf } from '@/lib/auth/device';
import { sessionsShown } from '@/lib/auth/sessions';
import { tokensShown } from '@/lib/auth/tokens';
import type { Actor } from '@/lib/authz/actor';
import { formatInstant } from '@/lib/format';
import { paths } from '@/lib/paths';
import { profileEdit } from '@/lib/users/profile/checks';

type Props = { me: Actor; account: AccountOverview };

/** The account page of every area: profile, password, sessions, API tokens; clients, who rarely need tokens, find them folded away. */
export async function AccountSections({ me, account: { profile, notices, sessions, tokens } }: Props) {
  const t = await getTranslations('auth.account');
  const reader = { locale: await getLocale(), timeZone: me.userType === 'super_admin' ? 'UTC' : me.tenant.timeZone };
  const now = new Date();
  const shownSessions = sessions.slice(0, sessionsShown).map(({ id, userAgent, lastSeenAt, ip }) => ({
    ...{
      id,
      ip,
      isThis: me.via.kind === 'session' && id === me.via.sessionId,
      lastSeen: formatInstant(lastSeenAt, reader, 'date-time'),
    },
    ...deviceOf(userAgent),
  }));
  const listed = tokens.slice(0, tokensShown).map(({ id, name, purpose, expiresAt, lastUsedAt }) => ({
    purpose,
    ...{ id, name, isExpired: expiresAt <= now, ends: formatInstant(expiresAt, reader, 'date') },
    lastUsed: lastUsedAt && formatInstant(lastUsedAt, reader, 'date'),
  }));
  const shownTokens = listed.filter(({ purpose }) => purpose === 'api');
  const calendars = listed.filter(({ purpose, isExpired }) => purpose === 'calendar' && !isExpired);
  const tokenSection = (
    <Section title={t('tokens.title')} lead={t('tokens.lead')}>
      <TokenList tokens={shownTokens} hasMore={tokens.length > tokensShown} revoke={revokeTokenAction} />
      <div className="mt-8">
        <TokenForm action={createTokenAction} />
      </div>
    </Section>
  );
  return (
    <>
      <Section title={t('profile.title')} lead={t('profile.lead', { email: profile.email })}>
        <ProfileForm action={updateProfileAction} version={profileEdit.version(profile)} profile={profile} />
      </Section>
      <Section title={t('password.title')} lead={t('password.lead')}>
        <PasswordForm action={changePasswordAction} email={profile.email} />
      </Section>
      {me.userType !== 'super_admin' && (
        <Section title={t('mails.title')} lead={t('mails.lead')}>
          <TextLink href={me.userType === 'client' ? paths.client.mailSettings : paths.admin.mailSettings}>
            {t('mails.choose')}
          </TextLink>
        </Section>
      )}
      <NoticeList notices={notices} timeZone={reader.timeZone} />
      <Section title={t('sessions.title')} lead={t('sessions.lead')}>
        <SessionList
          sessions={shownSessions}
          hasMore={sessions.length > sessionsShown}
          revoke={revokeSessionAction}
          revokeOthers={revokeOtherSessionsAction}
        />
      </Section>
      {me.userType !== 'super_admin' && (
        <Section title={t('calendar.title')} lead={t('calendar.lead')}>
          <CalendarAddress addresses={calendars} create={createCalendarAction} revoke={revokeTokenAction} />
        </Section>
      )}
      {me.userType === 'client' ? (
        <details className="mt-12 [&>section]:mt-6 has-[[role=status],[role=alert]]:details-content:[content-visibility:visible]">
          <summary className={buttonClass('quiet')}>{t('advanced')}</summary>
          {tokenSection}
        </details>
      ) : (
        tokenSection
      )}
    </>
  );
}
