'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useActionState, useEffect, useRef, useState } from 'react';
import { OwnerField } from '@/components/forms/form-owner';
import { useKeptAction } from '@/components/forms/use-kept-action';
import { type CuratedPhoto, CurateTile } from '@/components/gallery/curate-tile';
import { CurateToolbar } from '@/components/gallery/curate-toolbar';
import { useSelection } from '@/components/gallery/use-selection';
import { useVisibilityUndo } from '@/components/gallery/use-visibility-undo';
import { useToast } from '@/components/ui/toast';
import { type FormAction, type FormState, idle } from '@/lib/forms/form-state';

type Props = {
  photos: readonly CuratedPhoto[];
  action: FormAction<{ changed: number; removed: boolean }>;
  /** Phases of the project; empty when the photos belong to several projects. */
  phases: readonly { id: string; name: string }[];
  /** Shown instead of the list when there are no photos. */
  children: ReactNode;
};

/** Photos to select and the actions for the selected ones, in one form that also works without JavaScript. */
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
  const kept = useKeptAction(action);
  const [state, send] = useActionState<FormState<{ changed: number; removed: boolean }>, FormData>(kept, idle);
  const { note, undo } = useVisibilityUndo(kept);
  const say = useToast();
  const shownState = useRef(state);
  useEffect(() => {
    const isNew = shownState.current !== state;
    shownState.current = state;
    if (isNew && state.status === 'failed') say(state.message ?? Object.values(state.fields).join(' '), 'bad');
    const isDone = isNew && state.status === 'done';
    if (isDone) {
      const { changed: count = 0, removed = false } = state.data ?? {};
      say(removed ? t('removed', { count }) : t('done', { count }), 'good', undo());
      chooseNone();
      setActions((before) => before + 1);
    }
    // The buttons disappear with the selection, and photos with an action that removes them. The focus must not be lost
    // with either.
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
    <form
      ref={keepWhatIsSeen}
      action={send}
      onSubmit={(event) => {
        const isSelected = new Set(selected);
        note(
          event,
          photos.filter(({ id }) => isSelected.has(id)),
        );
        leave();
      }}
      autoComplete="off"
      className="group/curate mt-8"
    >
      <OwnerField />
      {/* Enter in a text field triggers the form's first button; a disabled one makes it do nothing. */}
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
 * React resets a form after its action. The boxes would then no longer match the selection, and a later action would
 * change photos without a visible tick. A native listener, because React dispatches no event for this reset.
 */
function keepWhatIsSeen(form: HTMLFormElement | null) {
  const keep = (event: Event) => event.preventDefault();
  form?.addEventListener('reset', keep);
  return () => form?.removeEventListener('reset', keep);
}
