import { useLocale, useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { formatDay, formatInstant } from '@/lib/format';
import type { ProjectUpdate, UpdateComment } from '@/lib/updates/schemas';

type Props = { updates: readonly ProjectUpdate[]; timeZone: string };

/** The team's updates on a project, each with its comments. */
export function ProjectUpdateList({ updates, timeZone }: Props) {
  const locale = useLocale();
  return (
    <ol className="space-y-12">
      {updates.map(({ id, title, body, postedOn, authorName, comments }) => (
        <li key={id} id={`update-${id}`} className="scroll-mt-8">
          <article className="gap-10 md:grid md:grid-cols-[9rem_minmax(0,1fr)]">
            <p className="mb-2 text-sm text-ink-faint md:pt-1.5">
              <time dateTime={postedOn} className="md:block">
                {formatDay(postedOn, locale)}
              </time>
              <span aria-hidden="true" className="md:hidden">
                {' · '}
              </span>
              <span className="md:mt-0.5 md:block">{authorName}</span>
            </p>
            <div className="min-w-0">
              <h3 className="text-xl leading-snug">{title}</h3>
              <p className="mt-2 max-w-prose whitespace-pre-line leading-relaxed">{body}</p>
              {comments.length > 0 && <Comments comments={comments} timeZone={timeZone} />}
            </div>
          </article>
        </li>
      ))}
    </ol>
  );
}

function Comments({ comments, timeZone }: { comments: readonly UpdateComment[]; timeZone: string }) {
  const t = useTranslations('client.project.updates');
  const locale = useLocale();
  return (
    <ul aria-label={t('comments')} className="mt-6 max-w-prose space-y-5 border-s-2 border-line ps-5">
      {comments.map(({ id, body, authorName, byClient, writtenAt }) => (
        <li key={id} className="flex gap-3">
          <Avatar name={authorName} size="small" square={!byClient} />
          <div className="min-w-0 flex-1">
            <p className="text-sm">
              <span className="font-medium">{authorName}</span>{' '}
              <time dateTime={writtenAt.toISOString()} className="text-ink-faint">
                {formatInstant(writtenAt, { locale, timeZone })}
              </time>
            </p>
            <p className="mt-0.5 whitespace-pre-line text-ink-soft">{body}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
