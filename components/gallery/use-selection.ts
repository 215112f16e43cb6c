'use client';

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

/**
 * Selection by mouse and keyboard in a list of checkboxes with a single tab stop. Arrows move, with Shift they select;
 * Shift+click selects a range; Ctrl+A selects all, Escape none. Space is handled by the native checkbox.
 */
export function useSelection(ids: readonly string[], list: RefObject<HTMLElement | null>) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState(0);
  const [ready, setReady] = useState(false);
  const shift = useRef(false);
  const left = useRef<{ at: string | undefined; before: readonly string[] }>({ at: undefined, before: [] });
  const focused = useRef<HTMLElement | null>(null);
  useEffect(() => {
    setReady(true);
    // Boxes ticked before hydration stay selected.
    const ticked = list.current?.querySelectorAll<HTMLInputElement>('input[name=ids]:checked') ?? [];
    setChosen(new Set([...ticked].map(({ value }) => value)));
  }, [list]);

  // Leaves out photos that were removed or filtered out.
  const selected = ids.filter((id) => chosen.has(id));

  const setRange = (from: number, to: number, on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) {
        if (on) after.add(id);
        else after.delete(id);
      }
      return after;
    });

  const remember = (index: number) => {
    left.current = { at: ids[index], before: ids.slice(0, index) };
  };

  const focus = (index: number) => {
    setActive(index);
    list.current?.querySelectorAll<HTMLElement>('input[name=ids]')[index]?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    shift.current = event.shiftKey;
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.name !== 'ids') return;
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) setChosen(new Set(ids));
    else if (event.key === 'Escape') setChosen(new Set());
    else if (event.key === 'Enter') box.closest('li')?.querySelector('a')?.click();
    else {
      const target = neighbour(event.key, active, list.current);
      if (target === null) return;
      if (event.shiftKey) setRange(active, target, true);
      focus(target);
    }
    event.preventDefault();
  };

  return {
    selected,
    chooseAll: () => setChosen(new Set(ids)),
    chooseNone: () => setChosen(new Set()),
    /** Stores the position in the list before an action moves the focus. */
    leave: () => remember(active),
    /** Whether the focused checkbox was removed together with its photo. */
    isFocusGone: () => focused.current?.isConnected === false,
    /** Focuses the photo at the stored position, or the one that has moved into its place. */
    comeBack: () => {
      focused.current = null;
      const { at = '', before } = left.current;
      const same = ids.indexOf(at);
      const stillBefore = before.filter((id) => ids.includes(id)).length;
      focus(same >= 0 ? same : Math.min(stillBefore, ids.length - 1));
    },
    listProps: {
      onKeyDown,
      onBlur: () => {
        focused.current = null;
      },
      onClickCapture: (event: { shiftKey: boolean }) => {
        shift.current = event.shiftKey;
      },
    },
    /** Props of the checkbox at an index. Before hydration each checkbox is a tab stop. */
    boxProps: (index: number) => ({
      checked: chosen.has(ids[index] ?? ''),
      tabIndex: ready && index !== Math.min(active, ids.length - 1) ? -1 : 0,
      onFocus: (event: { currentTarget: HTMLElement }) => {
        focused.current = event.currentTarget;
        remember(index);
      },
      onChange: (event: { target: { checked: boolean } }) => {
        setRange(shift.current ? active : index, index, event.target.checked);
        setActive(index);
      },
    }),
  };
}

/**
 * Index of the target of a navigation key; up and down choose the nearest box of the adjacent row. Null for other keys
 * and at an end.
 */
function neighbour(key: string, from: number, list: HTMLElement | null): number | null {
  const boxes = [...(list?.querySelectorAll('li') ?? [])].map((item) => item.getBoundingClientRect());
  const ends = { Home: 0, End: boxes.length - 1 }[key];
  if (ends !== undefined) return ends;
  const forward = document.dir === 'rtl' ? -1 : 1;
  const step = { ArrowRight: forward, ArrowLeft: -forward }[key];
  if (step !== undefined) return from + step in boxes ? from + step : null;
  const here = boxes[from];
  const down = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (!here || down === undefined) return null;
  const rows = boxes.filter(({ top }) => (top - here.top) * down > 1).map(({ top }) => top);
  if (rows.length === 0) return null;
  const row = down > 0 ? Math.min(...rows) : Math.max(...rows);
  const middle = here.left + here.width / 2;
  const inRow = boxes.map((box, index) => ({ index, away: Math.abs(box.left + box.width / 2 - middle), top: box.top }));
  return inRow.filter(({ top }) => Math.abs(top - row) <= 1).sort((a, b) => a.away - b.away)[0]?.index ?? null;
}
