'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { ownerField } from '@/lib/forms/marks';

const OwnerContext = createContext<string | null>(null);

/** Gives the forms inside their owner's mark. Belongs around the pages of an area, where the reader is known; null around a form of someone else's. */
export function FormOwner({ mark, children }: { mark: string | null; children: ReactNode }) {
  return <OwnerContext value={mark}>{children}</OwnerContext>;
}

/** The owner's mark for a request that a script makes; null on pages without a sign-in. */
export function useOwner(): string | null {
  return useContext(OwnerContext);
}

/** The hidden field of every form: the account that opened it, which the door compares with the one that sends it. */
export function OwnerField() {
  const mark = useOwner();
  return mark === null ? null : <input type="hidden" name={ownerField} value={mark} />;
}
