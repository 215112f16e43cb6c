'use client';

import { type MouseEvent, type ReactNode, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

/**
 * Ticks every checkbox of the enclosing section, or unticks them if all are ticked. Rendered only once JavaScript runs;
 * on wide screens the text is for screen readers only.
 */
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
    <Button look="quiet" size="small" onClick={toggle} className="-me-3 shrink-0 whitespace-nowrap">
      <Icon name="list-checks" />
      <span className="md:sr-only">{children}</span>
    </Button>
  );
}
