'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useRef } from 'react';
import { type CuratedPhoto, CurateTile } from '@/components/gallery/curate-tile';
import { CurateToolbar } from '@/components/gallery/curate-toolbar';
import { useSelection } from '@/components/gallery/use-selection';
import { useToast } from '@/components/ui/toast';
import { type FormAction, type FormState, idle } from '@/lib/doors/form-state';

type Props = {
  photos: readonly CuratedPhoto[];
  action: FormAction<{ changed: number; removed: boolean }>;
  /** Of the project whose photos these are; none where they are of several. */
  phases: readonly { id: string; name: string }[];
};

/** The photos to choose from and what can be done with those chosen: one form, which also works without JavaScript. */
export function CuratePhotos({ photos, action, phases }: Props) {
  const t = useTranslations('photos.curate');
  const list = useRef<HTMLUListElement>(null);
  const ids = photos.map(({ id }) => id);
  const { selected, chooseAll, chooseNone, listProps, boxProps } = useSelection(ids, list);
  const [state, send] = useActionState<FormState<{ changed: number; removed: boolean }>, FormData>(action, idle);
  const say = useToast();
  const said = useRef(state);
  useEffect(() => {
    if (said.current === state) return;
    said.current = state;
    if (state.status === 'failed') say(state.message ?? Object.values(state.fields).join(' '), 'bad');
    if (state.status !== 'done' || !state.data) return;
    const { changed: count, removed } = state.data;
    say(removed ? t('removed', { count }) : t('done', { count }));
  }, [state, say, t]);

  return (
    <form action={send} className="group/curate mt-8">
      {/* Enter in a text field presses a form's first button: here none, rather than one that changes who may see. */}
      <button type="submit" disabled hidden />
      <p id="curate-keys" className="mb-4 text-sm text-ink-faint pointer-coarse:hidden max-sm:hidden">
        {t('keys')}
      </p>
      <ul
        ref={list}
        aria-label={t('label')}
        aria-describedby="curate-keys"
        className="grid grid-cols-2 gap-2 sm:grid-cols-3 sm:gap-3 md:grid-cols-4 xl:grid-cols-5"
        {...listProps}
      >
        {photos.map((photo, index) => (
          <CurateTile key={photo.id} photo={photo} box={boxProps(index)} />
        ))}
      </ul>
      <CurateToolbar
        count={selected.length}
        total={photos.length}
        phases={phases}
        onAll={chooseAll}
        onNone={chooseNone}
      />
    </form>
  );
}
