'use client';

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

/**
 * Choosing among many by mouse and keyboard: the boxes of a list that is one stop of the tab key. Arrows move, with shift they
 * choose what they pass; shift and a click choose up to there; Ctrl+A all, Escape none. The boxes themselves know space.
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
    // Ticked before the scripts had come: what is seen counts.
    const ticked = list.current?.querySelectorAll<HTMLInputElement>('input[name=ids]:checked') ?? [];
    setChosen(new Set([...ticked].map(({ value }) => value)));
  }, [list]);

  // Photos that were removed, or that a filter took away, are not chosen any more.
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
    /** Remembers the place in the list, for when a deed has taken the focus elsewhere. */
    leave: () => remember(active),
    /** Whether the box that had the focus went away with its photo. */
    isFocusGone: () => focused.current?.isConnected === false,
    /** Back to the place that was left: to the same photo, or to the one that has moved up to where it was. */
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
    /** What the box of the photo at a place is made with; before JavaScript each is a stop of its own. */
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

/** The place that an arrow leads to; up and down go to the nearest box of the row there. Null for other keys and at an end. */
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
