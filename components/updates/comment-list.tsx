import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { formatInstant } from '@/lib/format';
import type { UpdateComment, UpdateNote } from '@/lib/updates/comments/schemas';

type Props = {
  comments: readonly UpdateComment[];
  /** The number of all comments, of which the newest are shown. */
  count: number;
  /** Internal comments, for the team only. */
  notes?: readonly UpdateNote[];
  timeZone: string;
};

/** Comments below an update in the order in which they were written; internal ones are tinted and say so. */
export function CommentList({ comments, count, notes = [], timeZone }: Props) {
  const t = useTranslations('updates.comments');
  const locale = useLocale();
  const all = [
    ...comments.map((comment) => ({ ...comment, isNote: false })),
    ...notes.map((note) => ({ ...note, byClient: false, isNote: true })),
  ].sort((a, b) => (a.writtenAt < b.writtenAt ? -1 : a.writtenAt > b.writtenAt ? 1 : 0));
  if (all.length === 0) return null;
  return (
    <div className="mt-6 max-w-prose border-s-2 border-line ps-5">
      {count > comments.length && (
        <p className="mb-4 text-sm text-ink-faint">{t('earlier', { count: count - comments.length })}</p>
      )}
      <ul aria-label={t('title')} className="space-y-5">
        {all.map(({ id, body, authorName, byClient, writtenAt, isNote }) => (
          <li key={id} className={clsx('flex gap-3', isNote && '-mx-3 rounded-field bg-warn-soft px-3 py-2.5')}>
            <Avatar name={authorName} size="small" square={!byClient} />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
                <span className="min-w-0 break-words font-medium">{authorName}</span>
                <time dateTime={writtenAt} className="text-ink-faint">
                  {formatInstant(new Date(writtenAt), { locale, timeZone })}
                </time>
                {isNote && <Badge tone="warn">{t('onlyTeam')}</Badge>}
              </p>
              <p className="mt-0.5 whitespace-pre-line break-words text-ink-soft">{body}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
