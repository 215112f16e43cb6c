'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { labelOf } from '@/components/picker/label-of';
import { moveOf, typedInFull } from '@/components/picker/picker-rule';
import { findChoice, useMatches } from '@/components/picker/use-matches';
import { Icon } from '@/components/ui/icon';
import type { Choices } from '@/lib/choices';

export type Picked = { id: string; label: string };

/** What the field hands to its list. */
export type PickerListHandle = {
  press: (event: KeyboardEvent) => void;
  /** The option that somebody typed in full. */
  inFull: (typed: string) => Picked | null;
};

export type PickerListProps = {
  ref: Ref<PickerListHandle>;
  id: string;
  choices: Choices;
  /** The text of the option for none; absent where something must be chosen. */
  none?: string | undefined;
  chosen: Picked;
  /** Null while nothing has been typed since the last choice. */
  typed: string | null;
  open: boolean;
  at: number | null;
  setOpen: (open: boolean) => void;
  setAt: (at: number | null) => void;
  choose: (picked: Picked) => void;
  /** Gives the chosen record its name, where the page did not know it. */
  name: (picked: Picked) => void;
  back: () => void;
};

/** The list below a picker, loaded with the first look at it: the first choices, or what matches the typed text. */
export default function PickerList({ ref, id, choices, none, chosen, typed, open, at, ...does }: PickerListProps) {
  const t = useTranslations('common.picker');
  const { setOpen, setAt, choose, name, back } = does;
  const question = typed?.trim() ?? '';
  const matches = useMatches(choices.of, open ? question : '');
  const isAnswered = question === '' || matches?.question === question;
  const found = question === '' ? choices.options : (matches?.found ?? []);
  const named = found.map((choice) => ({ id: choice.id, label: labelOf(choice, (name) => t('inactive', { name })) }));
  const options = question === '' && none !== undefined ? [{ id: '', label: none }, ...named] : named;
  // The answer to an earlier text stays visible, out of reach.
  const reached = isAnswered ? options : [];
  const start = Math.max(
    0,
    options.findIndex((option) => option.id === chosen.id),
  );

  useImperativeHandle(ref, () => ({
    press(event) {
      if (event.nativeEvent.isComposing) return;
      const state = { open, at, count: reached.length, start, isTyped: typed !== null };
      const move = moveOf(event, state);
      if (!move) return;
      event.preventDefault();
      const picked = move.choose === undefined ? undefined : reached[move.choose];
      if (picked) choose(picked);
      if (move.back) back();
      if (move.open !== undefined) setOpen(move.open);
      if (move.at !== undefined) setAt(move.at);
    },
    inFull: (text) => typedInFull(reached, text),
  }));

  // The first match is the one that Enter takes.
  useEffect(() => {
    if (matches) setAt(matches.found?.length ? 0 : null);
  }, [matches, setAt]);
  useEffect(() => {
    if (at !== null) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, id]);
  const isNameless = chosen.id !== '' && chosen.label === '';
  useEffect(() => {
    if (!isNameless) return;
    let isCurrent = true;
    findChoice(choices.of, chosen.id).then((choice) => {
      if (choice && isCurrent) name({ id: choice.id, label: labelOf(choice, (of) => t('inactive', { name: of })) });
    });
    return () => {
      isCurrent = false;
    };
  }, [isNameless, chosen.id, choices.of, name, t]);

  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) popup.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  if (!open) return null;
  const note = !isAnswered
    ? t('searching')
    : question === ''
      ? t(`first.${choices.of}`, { count: choices.options.length })
      : matches?.found === null
        ? t('failed')
        : found.length === 0
          ? t('none')
          : t(matches?.more ? 'more' : 'found', { count: found.length });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the focus in the field while an option is pressed
    <div
      ref={popup}
      onMouseDown={(event) => event.preventDefault()}
      className="absolute inset-x-0 top-full z-20 mt-1.5 scroll-mb-3 overflow-hidden rounded-field bg-raised shadow-floating ring-1 ring-line-strong/60"
    >
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('list')}
        aria-busy={!isAnswered}
        className={clsx('max-h-64 overflow-y-auto sm:max-h-72 overscroll-contain', options.length > 0 && 'p-1.5')}
      >
        {options.map((option, place) => (
          <button
            key={option.id}
            type="button"
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === at}
            disabled={!isAnswered}
            tabIndex={-1}
            onClick={() => choose(option)}
            onPointerMove={() => setAt(place)}
            className="box-option w-full text-start text-ink disabled:text-ink-faint"
          >
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{option.label}</span>
            {option.id === chosen.id && <Icon name="check" className="mt-0.5 size-4 shrink-0 text-accent-text" />}
          </button>
        ))}
      </div>
      <p role="status" className="border-t border-line px-4 py-2.5 text-sm text-ink-soft">
        {note}
      </p>
    </div>
  );
}
