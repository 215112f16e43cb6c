import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/text-link';
import { CommentForm } from '@/components/updates/comment-form';
import { CommentList } from '@/components/updates/comment-list';
import { UpdateArticle } from '@/components/updates/update-article';
import type { FormAction } from '@/lib/forms/form-state';
import { paths } from '@/lib/paths';
import { isCorrectable } from '@/lib/updates/rule';
import type { TeamUpdate } from '@/lib/updates/schemas';

type Props = { updates: readonly TeamUpdate[]; timeZone: string; comment: FormAction };

/** The updates of a project as the team sees them: with drafts, internal comments and a link to the form. */
export function TeamUpdateList({ updates, timeZone, comment }: Props) {
  const t = useTranslations('updates.list');
  const now = new Date();
  return (
    <ol className="space-y-12">
      {updates.map((update) => {
        const { id, projectId, status, publishedAt, isReport } = update;
        const isDraft = status === 'draft';
        const isOpen = publishedAt === null || isCorrectable(new Date(publishedAt), now);
        return (
          <li key={id}>
            <UpdateArticle
              update={update}
              viewer="team"
              timeZone={timeZone}
              aside={
                <span className="flex flex-wrap items-baseline gap-3 text-sm">
                  {isReport && <Badge tone="calm">{t('report')}</Badge>}
                  {isDraft && <Badge tone="warn">{t('draft')}</Badge>}
                  {isOpen && (
                    <TextLink href={paths.admin.projects.update(projectId, id)}>
                      {t(isDraft ? 'edit' : 'correct')}
                    </TextLink>
                  )}
                </span>
              }
            >
              <CommentList
                comments={update.comments}
                count={update.commentCount}
                notes={update.notes}
                timeZone={timeZone}
              />
              <CommentForm action={comment} updateId={id} internal={isDraft ? 'always' : 'choice'} />
            </UpdateArticle>
          </li>
        );
      })}
    </ol>
  );
}
