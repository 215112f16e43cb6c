import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import type { FirstSteps } from '@/lib/dashboard/schemas';
import { paths, withQuery } from '@/lib/paths';

type Props = { steps: FirstSteps; business: string };

/** The checklist of a new business: what is done is drawn from its records, and the next open step has the main button. */
export function FirstStepList({ steps, business }: Props) {
  const t = useTranslations('attention.steps');
  const list = [
    { key: 'details', done: steps.hasDetails, href: paths.admin.settings },
    { key: 'client', done: steps.hasProject, href: paths.admin.clients.new },
    { key: 'share', done: steps.hasShared, href: paths.admin.documents.new },
    { key: 'colleague', done: steps.hasColleague, href: withQuery(paths.admin.users.new, { user_type: 'staff' }) },
  ] as const;
  const next = list.find(({ done }) => !done)?.key;
  return (
    <Card as="section" className="mb-12">
      <h2 className="text-section">{t('title', { business })}</h2>
      <ol className="mt-5 divide-y divide-line">
        {list.map(({ key, done, href }, index) => (
          <li key={key} className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4">
            <StepMark done={done} number={index + 1} />
            <div className="min-w-0 flex-1 basis-60">
              <p className={done ? 'text-ink-soft' : 'font-medium'}>
                {t(`${key}.title`)}
                {done && <span className="sr-only"> ({t('done')})</span>}
              </p>
              {!done && <p className="text-sm text-ink-soft">{t(`${key}.text`)}</p>}
            </div>
            {!done && (
              <span className="flex flex-wrap gap-2">
                <LinkButton href={href} size="small" look={key === next ? 'primary' : 'secondary'}>
                  {t(`${key}.action`)}
                </LinkButton>
                {key === 'share' && (
                  <LinkButton href={paths.admin.gallery} size="small" look="quiet">
                    {t('share.photos')}
                  </LinkButton>
                )}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function StepMark({ done, number }: { done: boolean; number: number }) {
  if (done)
    return (
      <span
        aria-hidden="true"
        className="inline-flex size-7 shrink-0 items-center justify-center rounded-full bg-accent text-accent-on"
      >
        <Icon name="check" className="size-4 stroke-[2.5]" />
      </span>
    );
  return (
    <span
      aria-hidden="true"
      className="numerals inline-flex size-7 shrink-0 items-center justify-center rounded-full text-sm ring-1 ring-inset ring-line-strong"
    >
      {number}
    </span>
  );
}
