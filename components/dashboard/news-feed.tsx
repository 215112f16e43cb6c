import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { PlainLink } from '@/components/ui/text-link';
import type { News } from '@/lib/dashboard/schemas';
import { type Day, formatDay, formatDistance } from '@/lib/format';
import { paths } from '@/lib/paths';

/** `showProject` is set when the client has several projects. */
type Props = { news: readonly News[]; today: Day; showProject: boolean };

const icons = { update: 'notebook-pen', phase_completed: 'check', phase_started: 'play' } as const;

/** Recent updates and phase changes, latest first. An update shows an excerpt and links to its full text. */
export function NewsFeed({ news, today, showProject }: Props) {
  const t = useTranslations('client.home.news');
  if (news.length === 0) return <p className="text-ink-soft">{t('empty')}</p>;
  return (
    <ol className="space-y-8">
      {news.map((item) => (
        <NewsItem key={`${item.kind} ${item.id}`} item={item} today={today} showProject={showProject} />
      ))}
    </ol>
  );
}

function NewsItem({ item, today, showProject }: { item: News } & Omit<Props, 'news'>) {
  const t = useTranslations('client.home.news');
  const locale = useLocale();
  const { kind, id, on, title, projectId, projectName, excerpt, authorName, comments } = item;

  const words = { phase: title };
  const heading =
    kind === 'update' ? title : kind === 'phase_completed' ? t('phaseCompleted', words) : t('phaseStarted', words);
  const { show, updates } = paths.client.project;
  const facts = [
    authorName,
    showProject ? projectName : null,
    comments > 0 ? t('comments', { count: comments }) : null,
  ];
  return (
    <li className="group relative flex gap-4">
      <span aria-hidden="true" className="dot">
        <Icon name={icons[kind]} />
      </span>
      <div className="min-w-0 flex-1 pt-1">
        <div className="flex items-baseline justify-between gap-4">
          <h3 className={kind === 'update' ? 'text-lg leading-snug' : 'font-sans leading-snug'}>
            <PlainLink
              href={kind === 'update' ? `${updates(projectId)}#update-${id}` : show(projectId)}
              className="two-lines cover"
            >
              {heading}
            </PlainLink>
          </h3>
          <time dateTime={on} title={formatDay(on, locale, 'long')} className="shrink-0 text-sm text-ink-faint">
            {formatDistance(on, today, locale)}
          </time>
        </div>
        {excerpt && <p className="mt-1.5 line-clamp-3 max-w-prose text-ink-soft">{excerpt}</p>}
        <p className="two-lines mt-1 text-sm text-ink-faint">{facts.filter(Boolean).join(' · ')}</p>
      </div>
    </li>
  );
}
