'use client';

import { clsx } from 'clsx';
import { useLocale } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { formatMinutes } from '@/lib/intl';
import { parseDuration } from '@/lib/time/rule';
import type { WeekCell } from '@/lib/time/weeks/schemas';

type Props = {
  /** A part of the names of the cells that are summed: `rows.0.` is a row, `.days.1.` a day, `rows.` the week. */
  of: string;
  /** The saved cells among them. */
  cells: readonly WeekCell[];
  className?: string;
};

/** The sum of cells of a week as they are typed, so that a mistyped duration is seen before it is saved; what cannot be read is left out. */
export function WeekSum({ of, cells, className }: Props) {
  const locale = useLocale();
  const place = useRef<HTMLSpanElement>(null);
  const saved = cells.reduce((sum, { minutes }) => sum + minutes, 0);
  const fixed = cells.reduce((sum, { minutes, isFixed }) => sum + (isFixed ? minutes : 0), 0);
  const [minutes, setMinutes] = useState(saved);
  // After each render too, because a save renders the cells anew.
  useEffect(() => {
    const form = place.current?.closest('form');
    const add = () => {
      const typed = [...(form?.querySelectorAll<HTMLInputElement>(`input[name*="${of}"][name$=".minutes"]`) ?? [])];
      setMinutes(typed.reduce((sum, { value }) => sum + (parseDuration(value) ?? 0), fixed));
    };
    add();
    form?.addEventListener('input', add);
    return () => form?.removeEventListener('input', add);
  });
  return (
    <span ref={place} className={clsx('numerals', className)}>
      {minutes > 0 && formatMinutes(minutes, locale)}
    </span>
  );
}
