import { useTranslations } from 'next-intl';
import { ResultRow } from '@/components/search/result-row';
import { List } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import type { SearchAnswer, SearchKind } from '@/lib/search/schemas';

type Props = {
  question: string;
  answer: SearchAnswer;
  /** The address that shows all results of one kind. */
  addressOf: (kind: SearchKind) => string;
};

/** The results by kind, the kind with the best result first, each with how many there are. */
export function SearchResults({ question, answer: { data, counts }, addressOf }: Props) {
  const t = useTranslations('search');
  const kinds = [...new Set(data.map(({ type }) => type))];
  return kinds.map((kind) => {
    const results = data.filter(({ type }) => type === kind);
    const { count, more } = counts.find(({ type }) => type === kind) ?? { count: results.length, more: false };
    return (
      <Section
        key={kind}
        title={
          <>
            {t(`kinds.${kind}`)}{' '}
            <span className="numerals text-base text-ink-faint">
              {more ? t('page.countMore', { count }) : t('page.count', { count })}
            </span>
          </>
        }
        aside={
          counts.length > 1 &&
          (more || count > results.length) && <TextLink href={addressOf(kind)}>{t('page.all')}</TextLink>
        }
      >
        <List label={t(`kinds.${kind}`)}>
          {results.map((result) => (
            <ResultRow key={result.id} result={result} question={question} />
          ))}
        </List>
      </Section>
    );
  });
}
