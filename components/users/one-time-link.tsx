'use client';

import { useContext } from 'react';
import { FormContext } from '@/components/forms/form-context';
import { ReadyMessage } from '@/components/users/ready-message';
import type { UserLink } from '@/lib/users/schemas';

/** Shows the link that the surrounding form has created. It is shown only once. */
export function OneTimeLink() {
  const { state } = useContext(FormContext);
  // FormContext serves every form, so it does not know the data type of this form's action.
  const link = state.status === 'done' ? (state.data as UserLink | undefined) : undefined;
  return link ? <ReadyMessage link={link} /> : null;
}
