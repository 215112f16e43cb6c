'use client';

import { type RefObject, useCallback, useEffect, useState } from 'react';

/** Counts the ticked checkboxes of a form, wherever they are on the page, and returns a function that unticks them. */
export function useTicked(form: RefObject<HTMLFormElement | null>, name: string) {
  const [count, setCount] = useState(0);
  const ticked = useCallback(() => {
    const controls = [...(form.current?.elements ?? [])];
    return controls.filter((box) => box instanceof HTMLInputElement && box.name === name && box.checked);
  }, [form, name]);
  const recount = useCallback(() => setCount(ticked().length), [ticked]);

  useEffect(() => {
    document.addEventListener('change', recount);
    return () => document.removeEventListener('change', recount);
  }, [recount]);
  // Runs after every render, because a refresh may have replaced the checkboxes.
  useEffect(recount);

  const clear = useCallback(() => {
    for (const box of ticked()) if (box instanceof HTMLInputElement) box.checked = false;
    recount();
  }, [ticked, recount]);
  return { count, clear };
}
