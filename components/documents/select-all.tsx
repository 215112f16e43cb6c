'use client';

import { type MouseEvent, type ReactNode, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';

/** Ticks every box of the part of the page that it stands in, or none if all are ticked. Needs a script, so it comes with it. */
export function SelectAll({ children }: { children: ReactNode }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const toggle = ({ currentTarget }: MouseEvent) => {
    const boxes = [...(currentTarget.closest('section')?.querySelectorAll('input') ?? [])];
    const all = boxes.every((box) => box.checked);
    for (const box of boxes) if (box.checked === all) box.click();
  };
  if (!ready) return null;
  return (
    <Button look="quiet" size="small" onClick={toggle} className="-me-3">
      {children}
    </Button>
  );
}
