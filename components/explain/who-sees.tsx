import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/text-link';
import type { ExplainedType } from '@/lib/explain/rule';
import { paths } from '@/lib/paths';

type Props = {
  type: ExplainedType;
  id: string;
  /** Whether nobody of its client sees it yet; then the line asks who will. */
  hidden?: boolean;
  words?: 'look' | 'lookAhead' | 'lookAheadPhotos';
  className?: string;
};

/** The quiet line on the page of a record that leads to who sees it. A link, so that the page does not ask the wall each time. */
export function WhoSees({ type, id, hidden = false, words = hidden ? 'lookAhead' : 'look', className }: Props) {
  const t = useTranslations('explain');
  return (
    <p className={className}>
      <TextLink href={paths.admin.explain(type, id)} className="inline-flex items-center gap-2 text-sm">
        <Icon name="eye" className="size-4" />
        {t(words)}
      </TextLink>
    </p>
  );
}
