'use client';

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { keepForReload } from '@/components/forms/kept-values';
import type { FormAction } from '@/lib/forms/form-state';
import { typedValues } from '@/lib/forms/typed-values';

/**
 * An action whose call never loses the form. A portal that was updated meanwhile (the action's id is unknown to the new build) or
 * cannot be reached is a refusal with the typed values, instead of an error that replaces the page. Until the browser's script
 * runs it is the action itself, which works without one.
 */
export function useKeptAction<T>(action: FormAction<T>): FormAction<T> {
  const t = useTranslations('common.form');
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  if (!awake) return action;
  return async (state, data) => {
    try {
      return await action(state, data);
    } catch (error) {
      // Redirects of Next are thrown too.
      unstable_rethrow(error);
      const values = typedValues(data);
      if (!unstable_isUnrecognizedActionError(error))
        return { status: 'failed', message: t('notSent'), fields: {}, values };
      keepForReload(values);
      return { status: 'failed', message: t('updated'), fields: {}, values, outdated: true };
    }
  };
}
