'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef } from 'react';
import { SubmitButton } from '@/components/forms/submit-button';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { visibilities } from '@/lib/gallery/rule';

type Props = {
  count: number;
  total: number;
  phases: readonly { id: string; name: string }[];
  /** Number of completed actions; used as a key, so that inputs are cleared after each action. */
  actions: number;
  onAll: () => void;
  onNone: () => void;
};

/** Buttons appear with the first selected photo; by CSS, so that it works without JavaScript. */
const onceChosen = 'hidden group-has-[input[name=ids]:checked]/curate:flex';
/** The toolbar is sticky only while photos are selected, so that it does not cover photos before. */
const stickyOnceChosen = 'bottom-3 z-20 group-has-[input[name=ids]:checked]/curate:sticky';

/** Actions for the selected photos. Each button submits the whole form with its own action name. */
export function CurateToolbar({ count, total, phases, actions, onAll, onNone }: Props) {
  const t = useTranslations('photos.curate');
  const terms = useTranslations('photos.visibility');
  const setCaption = useRef<HTMLButtonElement>(null);
  // Enter triggers the button beside the field and no other; an empty field is ignored, because it would delete captions.
  const onEnter = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (event.currentTarget.value.trim() !== '') setCaption.current?.click();
  };
  return (
    <div
      className={`${stickyOnceChosen} mt-6 rounded-card bg-raised px-4 py-3 shadow-floating ring-1 ring-line sm:px-5`}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="numerals me-auto font-medium">
          {t('selected', { count })}
        </p>
        <Button look="quiet" size="small" onClick={count < total ? onAll : onNone}>
          {count < total ? t('all') : t('none')}
        </Button>
        <fieldset
          aria-label={t('visibility')}
          aria-describedby="curate-public"
          className={`${onceChosen} flex-wrap gap-2`}
        >
          {visibilities.map((visibility) => (
            <SubmitButton key={visibility} name="step" value={visibility} look="secondary" size="small">
              {terms(visibility)}
            </SubmitButton>
          ))}
        </fieldset>
      </div>
      <p id="curate-public" className={`${onceChosen} pt-1.5 text-sm text-ink-soft sm:justify-end`}>
        {t('publicHint')}
      </p>
      <details className={`${onceChosen} mt-2 flex-col`}>
        <summary className="min-h-9 py-1.5 text-sm font-medium text-ink-soft">{t('more')}</summary>
        <div className="grid gap-4 pt-2 sm:grid-cols-2">
          {phases.length > 0 && (
            <div className="flex gap-2">
              <div className="min-w-0 flex-1">
                <Select
                  key={actions}
                  name="phaseId"
                  aria-label={t('phase')}
                  placeholder={t('noPhase')}
                  options={phases.map(({ id, name }) => ({ value: id, label: name }))}
                />
              </div>
              <SubmitButton name="step" value="phase" look="secondary">
                {t('setPhase')}
              </SubmitButton>
            </div>
          )}
          <div className="flex gap-2">
            <Input
              key={actions}
              name="caption"
              aria-label={t('caption')}
              placeholder={t('caption')}
              maxLength={500}
              onKeyDown={onEnter}
              className="h-11"
            />
            <SubmitButton ref={setCaption} name="step" value="caption" look="secondary">
              {t('setCaption')}
            </SubmitButton>
          </div>
          <details className="sm:col-span-2">
            <summary className="py-1.5 text-sm font-medium text-ink-soft">{t('remove')}</summary>
            <div className="flex flex-wrap items-center gap-3 pt-2">
              <p className="min-w-0 max-w-prose flex-1 basis-64 text-sm text-ink-soft">{t('removeText')}</p>
              <SubmitButton name="step" value="remove" look="danger" size="small">
                {t('removeTitle')}
              </SubmitButton>
            </div>
          </details>
        </div>
      </details>
    </div>
  );
}
