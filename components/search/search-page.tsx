import { useTranslations } from 'next-intl';
import { SearchResults } from '@/components/search/search-results';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { Input } from '@/components/ui/input';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import type { SearchAction } from '@/lib/search/actions/rule';
import type { SearchAnswer } from '@/lib/search/schemas';

type Props = {
  area: 'client' | 'admin';
  /** The words that were looked for; null before anything was asked. */
  question: string | null;
  /** One kind, where the results are of that kind alone. */
  kinds: string | undefined;
  answer: SearchAnswer | null;
  actions?: readonly SearchAction[];
};

/** The page of the search, a plain form: it works without a script, and each question has an address. */
export function SearchPage({ area, question, kinds, answer, actions = [] }: Props) {
  const t = useTranslations('search');
  const address = paths[area].search;
  return (
    <div className="max-w-4xl">
      <PageHeader title={t('title')} />
      <search className="mb-10 block">
        <form action={address()} className="flex gap-3">
          <Input
            type="search"
            name="q"
            key={question}
            defaultValue={question ?? ''}
            maxLength={200}
            autoComplete="off"
            enterKeyHint="search"
            aria-label={t('page.field')}
            placeholder={t('page.field')}
            className="min-w-0 flex-1"
          />
          <Button type="submit" look="primary">
            {t('page.go')}
          </Button>
        </form>
        {kinds && question && (
          <p className="mt-4">
            <TextLink href={address({ q: question })}>{t('page.everything')}</TextLink>
          </p>
        )}
      </search>
      {actions.length > 0 && (
        <nav aria-label={t('page.actions')} className="mb-10 flex flex-wrap gap-3">
          {actions.map(({ key, name, address: to }) => (
            <LinkButton key={to} href={to}>
              {t(`do.${key}`, { name })}
            </LinkButton>
          ))}
        </nav>
      )}
      {question === null || answer === null ? (
        <EmptyState icon={<Icon name="search" />} title={t('page.hintTitle')}>
          <p>{area === 'client' ? t('page.hintClient') : t('page.hintTeam')}</p>
          <p className="mt-3">{t('page.hintWords')}</p>
          <p className="mt-3 hidden pointer-fine:block">{t('page.keys')}</p>
        </EmptyState>
      ) : (
        <Found {...{ area, question, answer }} />
      )}
    </div>
  );
}

type FoundProps = { area: 'client' | 'admin'; question: string; answer: SearchAnswer };

function Found({ area, question, answer }: FoundProps) {
  const t = useTranslations('search.page');
  if (answer.data.length === 0) return <EmptyState title={t('noneTitle', { question })}>{t('none')}</EmptyState>;
  const isSimilar = answer.data.every(({ match }) => match === 'similar');
  const count = answer.counts.reduce((sum, kind) => sum + kind.count, 0);
  const summary = answer.counts.some(({ more }) => more) ? t('foundMore', { count }) : t('found', { count });
  return (
    <>
      <p role="status" className="mb-8 text-ink-soft">
        {isSimilar ? t('similar', { question }) : summary}
      </p>
      <SearchResults
        question={question}
        answer={answer}
        addressOf={(kind) => paths[area].search({ q: question, kinds: kind })}
      />
    </>
  );
}
