import { getTranslations } from 'next-intl/server';
import { ConfirmButton } from '@/components/forms/confirm-button';
import { Badge } from '@/components/ui/badge';
import { List, ListRow } from '@/components/ui/list';
import type { FormAction } from '@/lib/forms/form-state';

export type ShownToken = {
  id: string;
  name: string;
  /** Calendar dates, formatted in the user's language and time zone. */
  ends: string;
  lastUsed: string | null;
  isExpired: boolean;
};

type Props = { tokens: ShownToken[]; hasMore: boolean; revoke: FormAction };

export async function TokenList({ tokens, hasMore, revoke }: Props) {
  const t = await getTranslations('auth.account.tokens');
  if (tokens.length === 0) return <p className="text-ink-soft">{t('none')}</p>;
  return (
    <>
      <List label={t('list')}>
        {tokens.map(({ id, name, ends, lastUsed, isExpired }) => (
          <ListRow
            key={id}
            title={name}
            detail={`${t('ends', { date: ends })} · ${lastUsed ? t('lastUsed', { date: lastUsed }) : t('neverUsed')}`}
            end={
              <>
                {isExpired && <Badge>{t('expired')}</Badge>}
                <ConfirmButton
                  action={revoke}
                  hidden={{ tokenId: id }}
                  size="small"
                  title={t('revokeTitle', { name })}
                  description={t('revokeText')}
                  confirm={t('revoke')}
                  doneMessage={t('revoked')}
                >
                  {t('revoke')}
                </ConfirmButton>
              </>
            }
          />
        ))}
      </List>
      {hasMore && <p className="mt-3 text-sm text-ink-soft">{t('more')}</p>}
    </>
  );
}
