import { getTranslations } from 'next-intl/server';
import { ActionButton } from '@/components/forms/action-button';
import { ConfirmButton } from '@/components/forms/confirm-button';
import { Badge } from '@/components/ui/badge';
import { List, ListRow } from '@/components/ui/list';
import type { FormAction } from '@/lib/forms/form-state';

export type ShownSession = {
  id: string;
  browser: string | null;
  system: string | null;
  /** Formatted in the user's language and time zone. */
  lastSeen: string;
  ip: string | null;
  isThis: boolean;
};

type Props = { sessions: ShownSession[]; hasMore: boolean; revoke: FormAction; revokeOthers: FormAction };

/** The user's sessions. The current session is marked and has no revoke button; it is ended by signing out. */
export async function SessionList({ sessions, hasMore, revoke, revokeOthers }: Props) {
  const t = await getTranslations('auth.account.sessions');
  const nameOf = ({ browser, system }: ShownSession) =>
    t('device', { browser: browser ?? t('unknownBrowser'), system: system ?? t('unknownSystem') });
  return (
    <>
      <List label={t('list')}>
        {sessions.map((session) => (
          <ListRow
            key={session.id}
            title={nameOf(session)}
            detail={
              session.ip
                ? t('seenFrom', { date: session.lastSeen, ip: session.ip })
                : t('seen', { date: session.lastSeen })
            }
            end={
              session.isThis ? (
                <Badge tone="accent">{t('this')}</Badge>
              ) : (
                <ActionButton
                  action={revoke}
                  hidden={{ sessionId: session.id }}
                  look="quiet"
                  size="small"
                  doneMessage={t('revoked')}
                >
                  {t('revoke')}
                </ActionButton>
              )
            }
          />
        ))}
      </List>
      {hasMore && <p className="mt-3 text-sm text-ink-soft">{t('more')}</p>}
      {sessions.some(({ isThis }) => !isThis) && (
        <div className="mt-5">
          <ConfirmButton
            action={revokeOthers}
            title={t('othersTitle')}
            description={t('othersText')}
            confirm={t('others')}
            doneMessage={t('othersDone')}
          >
            {t('others')}
          </ConfirmButton>
        </div>
      )}
    </>
  );
}
