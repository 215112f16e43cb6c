'use client';

import { type RefObject, useCallback, useEffect, useState } from 'react';

/** How many boxes that belong to a form are ticked, wherever they stand on the page, and a way to untick them all. */
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
  // The page may have been drawn anew with other boxes.
  useEffect(recount);

  const clear = useCallback(() => {
    for (const box of ticked()) if (box instanceof HTMLInputElement) box.checked = false;
    recount();
  }, [ticked, recount]);
  return { count, clear };
}
