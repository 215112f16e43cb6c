'use client';

import { startTransition, useEffect, useRef } from 'react';
import { type FormAction, idle } from '@/lib/forms/form-state';

/**
 * Remembers that the person is looking at a place, once the page stands before them: a request that nobody looks at (a
 * prefetch, a preview of a link) is no visit.
 */
export function RecordVisit({ place, action }: { place: 'documents' | 'gallery'; action: FormAction }) {
  const recorded = useRef(false);
  useEffect(() => {
    if (recorded.current) return;
    recorded.current = true;
    const form = new FormData();
    form.set('place', place);
    startTransition(async () => {
      await action(idle, form);
    });
  }, [place, action]);
  return null;
}
