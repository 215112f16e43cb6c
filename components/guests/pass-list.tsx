import { getLocale, getTranslations } from 'next-intl/server';
import { ConfirmButton } from '@/components/forms/confirm-button';
import { Badge } from '@/components/ui/badge';
import { List, ListRow } from '@/components/ui/list';
import { TextLink } from '@/components/ui/text-link';
import { dayOf, formatDay } from '@/lib/format';
import type { FormAction } from '@/lib/forms/form-state';
import type { GuestPass } from '@/lib/guests/schemas';
import { paths } from '@/lib/paths';

type Props = {
  /** `personName` where the reader is of the team. */
  passes: readonly (GuestPass & { personName?: string })[];
  timeZone: string;
  revoke: FormAction;
  /** Whether it is the only one, on a page of its own. */
  isAlone?: boolean;
};

/** Guest passes with what they show, until when, and a button that ends a live one. */
export async function PassList({ passes, timeZone, revoke, isAlone = false }: Props) {
  const [t, locale] = await Promise.all([getTranslations('guests'), getLocale()]);
  if (passes.length === 0) return <p className="text-ink-soft">{t('list.none')}</p>;
  return (
    <List label={t('title')}>
      {passes.map(({ id, label, sections, projects, hasPassword, state, expiresAt, personName }) => {
        const until = t('list.until', { date: formatDay(dayOf(new Date(expiresAt), timeZone), locale, 'long') });
        const names = projects.map(({ name }) => name).join(', ');
        const shows = sections.map((section) => t(`section.${section}`)).join(', ');
        return (
          <ListRow
            key={id}
            title={isAlone ? until : label}
            detail={
              <span className="block space-y-0.5">
                <span className="block">{names}</span>
                <span className="block">{shows}</span>
                <span className="block">
                  {[
                    isAlone ? '' : until,
                    hasPassword ? t('list.withPassword') : '',
                    personName ? t('team.by', { name: personName }) : '',
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
                {!isAlone && personName === undefined && (
                  <TextLink href={paths.client.guest(id)}>{t('list.log')}</TextLink>
                )}
              </span>
            }
            end={
              state === 'live' ? (
                <ConfirmButton
                  action={revoke}
                  hidden={{ id }}
                  size="small"
                  title={t('list.revokeTitle', { label })}
                  description={t('list.revokeText')}
                  confirm={t('list.revoke')}
                  doneMessage={t('list.revokeDone')}
                >
                  {t('list.revoke')}
                </ConfirmButton>
              ) : (
                <Badge>{t(`list.${state}`)}</Badge>
              )
            }
          />
        );
      })}
    </List>
  );
}
