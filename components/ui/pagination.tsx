import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';

type Props = {
  /** The same list without a cursor; null on the first page. */
  firstHref: string | null;
  /** The list from the next cursor on; null on the last page. */
  nextHref: string | null;
};

/** Cursor pagination: next page and first page. Renders nothing when all rows fit on one page. */
export function Pagination({ firstHref, nextHref }: Props) {
  const t = useTranslations('common.pages');
  if (!firstHref && !nextHref) return null;
  return (
    <nav aria-label={t('label')} className="mt-8 flex flex-wrap justify-between gap-3">
      {firstHref ? (
        <LinkButton href={firstHref} look="quiet" className="-ms-5">
          {t('first')}
        </LinkButton>
      ) : (
        <span />
      )}
      {nextHref && (
        <LinkButton href={nextHref} look="secondary">
          {t('next')}
        </LinkButton>
      )}
    </nav>
  );
}
