'use client';

import { useTranslations } from 'next-intl';
import { useContext, useEffect, useRef, useState } from 'react';
import { FormContext } from '@/components/forms/form-context';
import { SeenProject } from '@/components/onboarding/seen-project';
import { laidOut, type TemplateChoice } from '@/components/onboarding/template-choice';

type Props = { business: string; templates: readonly TemplateChoice[] };
type Typed = { person: string; project: string; startsOn: string; template: string };

/** What the first new person will see, drawn from the fields of the surrounding form as they are typed. Nothing without a project. */
export function LivePreview({ business, templates }: Props) {
  const t = useTranslations('onboarding.seen');
  const { answers } = useContext(FormContext);
  const place = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<Typed | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer of the action fills the fields anew
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const look = () => setTyped(typedIn(new FormData(form)));
    look();
    form.addEventListener('input', look);
    return () => form.removeEventListener('input', look);
  }, [answers]);

  const template = templates.find(({ value }) => value === typed?.template);
  return (
    <div ref={place} aria-live="off">
      {typed && typed.project !== '' && (
        <section className="mt-14 space-y-4">
          <h2 className="text-section">{typed.person ? t('title', { name: typed.person }) : t('titleNobody')}</h2>
          <SeenProject
            business={business}
            name={typed.project}
            phases={laidOut(template?.phases ?? [], typed.startsOn)}
            {...(template?.note !== undefined && { note: template.note })}
          />
        </section>
      )}
    </div>
  );
}

function typedIn(data: FormData): Typed {
  const text = (name: string) => String(data.get(name) ?? '').trim();
  return {
    person: text('people.0.name'),
    project: text('project.name'),
    startsOn: text('project.startsOn'),
    template: text('project.template'),
  };
}
