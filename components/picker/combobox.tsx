'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { type ComponentType, type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { labelOf } from '@/components/picker/label-of';
import type { Picked, PickerListHandle, PickerListProps } from '@/components/picker/picker-list';
import { control } from '@/components/ui/control';
import { Icon } from '@/components/ui/icon';
import { Select } from '@/components/ui/select';
import type { Choices } from '@/lib/choices';

export type PickerProps = {
  id: string;
  name: string;
  choices: Choices;
  /** The id that is chosen at first, and whenever it changes. */
  value?: string | undefined;
  /** The text while nothing is chosen; where that is allowed, also an option. */
  placeholder: string;
  required?: boolean | undefined;
  className?: string | undefined;
  onChoose?: ((id: string) => void) | undefined;
  'aria-label'?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
};

export type ComboboxProps = PickerProps & { start: string; autoFocus: boolean };

/** A field that searches clients or projects (the combobox of ARIA); a hidden field carries the id. Its list is loaded when it is wanted. */
export function Combobox({
  id,
  name,
  choices,
  value = '',
  start,
  placeholder,
  required,
  className,
  ...rest
}: ComboboxProps) {
  const { onChoose, autoFocus, ...aria } = rest;
  const t = useTranslations('common.picker');
  const pickedOf = (wanted: string): Picked => {
    const choice = choices.options.find((option) => option.id === wanted);
    return { id: wanted, label: choice ? labelOf(choice, (of) => t('inactive', { name: of })) : '' };
  };
  const [chosen, setChosen] = useState(() => pickedOf(start));
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  const [List, setList] = useState<ComponentType<PickerListProps> | 'missing' | null>(null);
  const list = useRef<PickerListHandle>(null);
  const input = useRef<HTMLInputElement>(null);
  const hidden = useRef<HTMLInputElement>(null);

  const load = useCallback(() => {
    // Without the script, as after an update of the portal, the first choices remain.
    import('@/components/picker/picker-list').then(
      (loaded) => setList(() => loaded.default),
      () => setList('missing'),
    );
  }, []);
  const back = useCallback(() => setTyped(null), []);
  const close = () => {
    setTyped(null);
    setOpen(false);
    setAt(null);
  };
  const choose = (picked: Picked) => {
    setChosen(picked.id === '' ? { id: '', label: '' } : picked);
    close();
  };
  const press = (event: KeyboardEvent) => {
    if (list.current) return list.current.press(event);
    // What a key does before the list is there: it opens, and nothing that is half typed is sent.
    const opens = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (opens) setOpen(true);
    if (opens || (event.key === 'Enter' && typed !== null)) event.preventDefault();
  };
  const leave = () => {
    const text = typed?.trim();
    const full = text ? list.current?.inFull(text) : null;
    if (full) return choose(full);
    if (text === '' && !required) return choose({ id: '', label: '' });
    setOpen(false);
    setAt(null);
    // Only where nothing else is chosen does a half typed name stay, for the message that something must be.
    if (!text || !required || chosen.id !== '') setTyped(null);
  };

  // Follows the address of a filter, and the values of a form that came back.
  const shown = useRef(start);
  const given = useRef(value);
  useEffect(() => {
    if (given.current === value) return;
    given.current = value;
    if (shown.current !== value) {
      setChosen(pickedOf(value));
      setTyped(null);
    }
  });
  useEffect(() => {
    if (chosen.id !== '' && chosen.label === '') load();
  }, [chosen, load]);
  const told = useRef(value);
  useEffect(() => {
    shown.current = chosen.id;
    input.current?.setCustomValidity(required && chosen.id === '' ? t('choose') : '');
    if (told.current === chosen.id) return;
    told.current = chosen.id;
    // As a select tells its form.
    hidden.current?.dispatchEvent(new Event('input', { bubbles: true }));
    onChoose?.(chosen.id);
  }, [chosen.id, required, t, onChoose]);

  if (List === 'missing')
    return (
      <Select
        {...{ id, name, placeholder, required, className, ...aria }}
        defaultValue={chosen.id}
        options={choices.options.map((choice) => ({ value: choice.id, label: choice.name }))}
      />
    );
  return (
    <span className={clsx('relative block', className)}>
      <input type="hidden" name={name} value={chosen.id} ref={hidden} />
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        aria-expanded={open && List !== null}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && at !== null ? `${id}-${at}` : undefined}
        aria-required={required || undefined}
        {...aria}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={200}
        // biome-ignore lint/a11y/noAutofocus: the select in its place had the focus
        autoFocus={autoFocus}
        placeholder={placeholder}
        value={typed ?? chosen.label}
        onPointerEnter={load}
        onFocus={({ currentTarget }) => {
          load();
          currentTarget.select();
        }}
        onClick={() => setOpen(true)}
        onChange={({ target }) => {
          setTyped(target.value);
          setOpen(true);
          setAt(null);
        }}
        onKeyDown={press}
        onBlur={leave}
        className={clsx(control, 'h-11 truncate pe-10')}
      />
      <Icon name="chevron-down" className="pointer-events-none absolute end-3.5 top-3.5 size-4 text-ink-faint" />
      {List && (
        <List
          ref={list}
          {...{ id, choices, chosen, typed, open, at, setOpen, setAt, choose, back }}
          none={required ? undefined : placeholder}
          name={setChosen}
        />
      )}
    </span>
  );
}
