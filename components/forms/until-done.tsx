'use client';

import { type ReactNode, useContext } from 'react';
import { FormContext } from '@/components/forms/form-context';

/** The part of a form that is removed on success, when the result takes its place. Works without JavaScript too. */
export function UntilDone({ children }: { children: ReactNode }) {
  return useContext(FormContext).state.status === 'done' ? null : children;
}
