'use client';

import { useTranslations } from 'next-intl';
import { SubmitButton } from '@/components/forms/submit-button';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { visibilities } from '@/lib/gallery/visibility';

type Props = {
  count: number;
  total: number;
  phases: readonly { id: string; name: string }[];
  onAll: () => void;
  onNone: () => void;
};

/** Deeds appear with the first photo chosen; by CSS, so that they also do without JavaScript. */
const onceChosen = 'hidden group-has-[input[name=ids]:checked]/curate:flex';

/** What to do with the photos chosen. Each button sends its own deed along with all of the form. */
export function CurateToolbar({ count, total, phases, onAll, onNone }: Props) {
  const t = useTranslations('photos.curate');
  const terms = useTranslations('photos.visibility');
  return (
    <div className="sticky bottom-3 z-20 mt-6 rounded-card bg-raised px-4 py-3 shadow-floating ring-1 ring-line sm:px-5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="numerals me-auto font-medium">
          {t('selected', { count })}
        </p>
        <Button look="quiet" size="small" onClick={count < total ? onAll : onNone}>
          {count < total ? t('all') : t('none')}
        </Button>
        <fieldset aria-label={t('visibility')} className={`${onceChosen} flex-wrap gap-2`}>
          {visibilities.map((visibility) => (
            <SubmitButton key={visibility} name="deed" value={visibility} look="secondary" size="small">
              {terms(visibility)}
            </SubmitButton>
          ))}
        </fieldset>
      </div>
      <details className={`${onceChosen} mt-2 flex-col`}>
        <summary className="min-h-9 py-1.5 text-sm font-medium text-ink-soft">{t('more')}</summary>
        <div className="grid gap-4 pt-2 sm:grid-cols-2">
          {phases.length > 0 && (
            <div className="flex gap-2">
              <div className="min-w-0 flex-1">
                <Select
                  name="phaseId"
                  aria-label={t('phase')}
                  placeholder={t('noPhase')}
                  options={phases.map(({ id, name }) => ({ value: id, label: name }))}
                />
              </div>
              <SubmitButton name="deed" value="phase" look="secondary">
                {t('setPhase')}
              </SubmitButton>
            </div>
          )}
          <div className="flex gap-2">
            <Input
              name="caption"
              aria-label={t('caption')}
              placeholder={t('caption')}
              maxLength={500}
              className="h-11"
            />
            <SubmitButton name="deed" value="caption" look="secondary">
              {t('setCaption')}
            </SubmitButton>
          </div>
          <details className="sm:col-span-2">
            <summary className="py-1.5 text-sm font-medium text-bad">{t('remove')}</summary>
            <div className="flex flex-wrap items-center gap-3 pt-2">
              <p className="min-w-0 max-w-prose flex-1 basis-64 text-sm text-ink-soft">{t('removeText')}</p>
              <SubmitButton name="deed" value="remove" look="danger" size="small">
                {t('removeTitle')}
              </SubmitButton>
            </div>
          </details>
        </div>
      </details>
    </div>
  );
}
