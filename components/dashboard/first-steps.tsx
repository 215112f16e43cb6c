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
  const { projectId } = steps;
  const { projects, users } = paths.admin;
  const list = [
    { key: 'details', done: steps.hasDetails, href: paths.admin.settings, beside: null },
    { key: 'client', done: steps.hasClient, href: paths.admin.clients.new, beside: null },
    // The page of a new client makes the project too, until there is a client to choose.
    {
      key: 'project',
      done: steps.hasProject,
      href: steps.hasClient ? projects.new : paths.admin.clients.new,
      beside: paths.admin.phaseTemplates.list,
    },
    {
      key: 'photos',
      done: steps.hasShared,
      href: projectId ? projects.photos(projectId) : paths.admin.gallery,
      beside: projectId && projects.upload(projectId, 'photos'),
    },
    {
      key: 'invite',
      done: steps.hasInvited,
      href: withQuery(users.new, { user_type: 'client' }),
      beside: withQuery(users.new, { user_type: 'staff' }),
    },
  ] as const;
  const next = list.find(({ done }) => !done)?.key;
  return (
    <Card as="section" className="mb-12">
      <h2 className="text-section">{t('title', { business })}</h2>
      <ol className="mt-5 divide-y divide-line">
        {list.map(({ key, done, href, beside }, index) => (
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
                {beside && (
                  <LinkButton href={beside} size="small" look="quiet">
                    {t(`${key}.beside`)}
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
