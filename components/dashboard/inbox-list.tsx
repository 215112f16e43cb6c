import { useTranslations } from 'next-intl';
import type { InboxActions } from '@/components/dashboard/inbox-action';
import { InboxRow } from '@/components/dashboard/inbox-row';
import { EmptyState } from '@/components/ui/empty-state';
import { Tabs } from '@/components/ui/tabs';
import { inboxPartsOf } from '@/lib/dashboard/inbox/rule';
import type { Inbox, InboxShow } from '@/lib/dashboard/inbox/schemas';
import type { Day } from '@/lib/format';
import { paths, withQuery } from '@/lib/paths';

type Props = {
  inbox: Inbox;
  show: InboxShow;
  userType: 'admin' | 'staff';
  actions: InboxActions;
  today: Day;
  timeZone: string;
};

/** What waits for the team, the most urgent first, with the step at each; its parts by the address. */
export function InboxList({ inbox: { items, more, counts }, show, userType, ...row }: Props) {
  const t = useTranslations('inbox');
  const tabs = inboxPartsOf(userType).map((part) => ({
    href: part === 'all' ? paths.admin.home : withQuery(paths.admin.home, { show: part }),
    label: t(`show.${part}`),
    ...(part !== 'all' && { count: counts[part] }),
    current: part === show,
  }));
  const empty = show === 'all' ? 'clear' : 'none';
  return (
    <>
      <Tabs tabs={tabs} label={t('label')} className="mb-2" />
      {items.length === 0 && <EmptyState title={t(`${empty}.title`)}>{t(`${empty}.text`)}</EmptyState>}
      {items.length > 0 && (
        <ul aria-label={t('list')} className="divide-y divide-line/70">
          {items.map((item) => (
            <InboxRow key={`${item.kind} ${item.id}`} item={item} {...row} />
          ))}
        </ul>
      )}
      {more && <p className="mt-3 text-sm text-ink-soft">{t(show === 'all' ? 'more' : 'morePart')}</p>}
    </>
  );
}
