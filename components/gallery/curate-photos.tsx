'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useActionState, useEffect, useRef, useState } from 'react';
import { type CuratedPhoto, CurateTile } from '@/components/gallery/curate-tile';
import { CurateToolbar } from '@/components/gallery/curate-toolbar';
import { useSelection } from '@/components/gallery/use-selection';
import { useToast } from '@/components/ui/toast';
import { type FormAction, type FormState, idle } from '@/lib/forms/form-state';

type Props = {
  photos: readonly CuratedPhoto[];
  action: FormAction<{ changed: number; removed: boolean }>;
  /** Of the project whose photos these are; none where they are of several. */
  phases: readonly { id: string; name: string }[];
  /** Stands in place of the list where there is no photo, or none any more. */
  children: ReactNode;
};

/** The photos to choose from and what can be done with those chosen: one form, which also works without JavaScript. */
export function CuratePhotos({ photos, action, phases, children }: Props) {
  const t = useTranslations('photos.curate');
  const list = useRef<HTMLUListElement>(null);
  const none = useRef<HTMLDivElement>(null);
  const ids = photos.map(({ id }) => id);
  const { selected, chooseAll, chooseNone, leave, isFocusGone, comeBack, listProps, boxProps } = useSelection(
    ids,
    list,
  );
  const [actions, setActions] = useState(0);
  const [state, send] = useActionState<FormState<{ changed: number; removed: boolean }>, FormData>(action, idle);
  const say = useToast();
  const shownState = useRef(state);
  useEffect(() => {
    const isNew = shownState.current !== state;
    shownState.current = state;
    if (isNew && state.status === 'failed') say(state.message ?? Object.values(state.fields).join(' '), 'bad');
    const isDone = isNew && state.status === 'done';
    if (isDone) {
      const { changed: count = 0, removed = false } = state.data ?? {};
      say(removed ? t('removed', { count }) : t('done', { count }));
      chooseNone();
      setActions((before) => before + 1);
    }
    // The buttons go with the choice, and photos with a deed that hides them: either takes the focus along.
    if (!isDone && !isFocusGone()) return;
    comeBack();
    none.current?.focus();
  });

  if (photos.length === 0)
    return (
      <div ref={none} tabIndex={-1} className="focus-visible:outline-none">
        {children}
      </div>
    );
  return (
    <form ref={keepWhatIsSeen} action={send} onSubmit={leave} autoComplete="off" className="group/curate mt-8">
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
          <CurateTile key={photo.id} photo={photo} position={index + 1} count={photos.length} box={boxProps(index)} />
        ))}
      </ul>
      <CurateToolbar
        count={selected.length}
        total={photos.length}
        phases={phases}
        actions={actions}
        onAll={chooseAll}
        onNone={chooseNone}
      />
    </form>
  );
}

/**
 * After an action React empties its form, and then the boxes would not show any more what is chosen: a later deed would do
 * something to photos that nobody sees ticked. Natively, since React hears no events while it does so.
 */
function keepWhatIsSeen(form: HTMLFormElement | null) {
  const keep = (event: Event) => event.preventDefault();
  form?.addEventListener('reset', keep);
  return () => form?.removeEventListener('reset', keep);
}
