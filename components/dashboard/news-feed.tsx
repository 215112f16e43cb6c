import { useLocale, useTranslations } from 'next-intl';
import { NewsRow } from '@/components/dashboard/news-row';
import type { News } from '@/lib/dashboard/schemas';
import { type Day, formatDay, formatDistance } from '@/lib/format';
import { paths } from '@/lib/paths';

/** `showProject` is set when the client has several projects. */
type Props = { news: readonly News[]; today: Day; showProject: boolean };

const icons = { update: 'notebook-pen', phase_completed: 'check', phase_started: 'play' } as const;

/** Recent updates and phase changes, latest first. An update shows an excerpt and links to its full text. */
export function NewsFeed({ news, today, showProject }: Props) {
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
    <NewsRow
      icon={icons[kind]}
      isUpdate={kind === 'update'}
      href={kind === 'update' ? `${updates(projectId)}#update-${id}` : show(projectId)}
      heading={heading}
      on={on}
      day={formatDay(on, locale, 'long')}
      distance={formatDistance(on, today, locale)}
      excerpt={excerpt}
      facts={facts.filter(Boolean).join(' · ')}
    />
  );
}
