'use client';

import { type ReactNode, useContext } from 'react';
import { FormContext } from '@/components/forms/form-context';
import { Icon } from '@/components/ui/icon';

type Props = {
  title: ReactNode;
  /** The fields inside: after a failure it is open where one of them has a message, or a text that is not `prefilled`. */
  names: readonly string[];
  prefilled?: readonly string[];
  children: ReactNode;
};

/** Optional fields of a form that open on demand, without JavaScript too. */
export function FoldOut({ title, names, prefilled = [], children }: Props) {
  const { state } = useContext(FormContext);
  const failed = state.status === 'failed' ? state : null;
  const isTyped = (name: string) => !prefilled.includes(name) && failed?.values[name]?.some((text) => text !== '');
  const open = names.some((name) => failed?.fields[name] !== undefined || isTyped(name));
  return (
    <details open={open} className="group/fold">
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-1.5 text-[0.9375rem] font-medium text-accent-text [&::-webkit-details-marker]:hidden">
        <Icon name="chevron-right" className="size-4 transition-transform group-open/fold:rotate-90 rtl:-scale-x-100" />
        {title}
      </summary>
      <div className="mt-4 space-y-6">{children}</div>
    </details>
  );
}
