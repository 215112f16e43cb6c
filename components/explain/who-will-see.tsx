import { useTranslations } from 'next-intl';
import { AheadLink } from '@/components/explain/ahead-link';
import { Icon } from '@/components/ui/icon';
import { textLinkClass } from '@/components/ui/text-link';
import type { AheadType } from '@/lib/explain/rule';
import { paths } from '@/lib/paths';

type Props = {
  ahead: AheadType;
  /** The project, or the field of the surrounding form that chooses one. */
  project: { id: string } | { field: string };
};

/**
 * The quiet line beside a step that shows a new record at once: it leads to who will see it. It opens a tab of its own, so that
 * nothing is lost that was typed.
 */
export function WhoWillSee({ ahead, project }: Props) {
  const t = useTranslations('explain.ahead');
  const link = {
    target: '_blank',
    rel: 'noopener',
    className: `${textLinkClass} inline-flex items-center gap-2 text-sm`,
  };
  const text = (
    <>
      <Icon name="eye" className="size-4" />
      {t(`${ahead}.link`)}
    </>
  );
  if ('field' in project)
    return (
      <AheadLink ahead={ahead} field={project.field} {...link}>
        {text}
      </AheadLink>
    );
  return (
    <p>
      <a href={paths.admin.explain('project', project.id, { ahead })} {...link}>
        {text}
      </a>
    </p>
  );
}
