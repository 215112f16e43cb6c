import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { CommentForm } from '@/components/updates/comment-form';
import { CommentList } from '@/components/updates/comment-list';
import { UpdateArticle } from '@/components/updates/update-article';
import type { FormAction } from '@/lib/forms/form-state';
import type { ProjectUpdate } from '@/lib/updates/schemas';

type Props = {
  updates: readonly ProjectUpdate[];
  timeZone: string;
  /** The action of a new comment; without it, comments are read only. */
  comment?: FormAction;
};

/** The team's updates on a project as its client reads them, each with its comments. */
export function ProjectUpdateList({ updates, timeZone, comment }: Props) {
  const t = useTranslations('updates.list');
  return (
    <ol className="space-y-12">
      {updates.map((update) => (
        <li key={update.id}>
          <UpdateArticle
            update={update}
            viewer="client"
            timeZone={timeZone}
            aside={update.isReport && <Badge tone="calm">{t('report')}</Badge>}
          >
            <CommentList comments={update.comments} count={update.commentCount} timeZone={timeZone} />
            {comment && <CommentForm action={comment} updateId={update.id} />}
          </UpdateArticle>
        </li>
      ))}
    </ol>
  );
}
