'use client';

import { startTransition, useEffect, useRef } from 'react';
import { useOwner } from '@/components/forms/form-owner';
import { type FormAction, idle } from '@/lib/forms/form-state';
import { ownerField } from '@/lib/forms/marks';

/**
 * Records a visit once the page is displayed in a browser. Prefetches and link previews run no effects, so they do not
 * count.
 */
export function RecordVisit({ place, action }: { place: 'home' | 'documents' | 'gallery'; action: FormAction }) {
  const recorded = useRef(false);
  const owner = useOwner();
  useEffect(() => {
    if (recorded.current) return;
    recorded.current = true;
    const form = new FormData();
    form.set('place', place);
    form.set(ownerField, owner ?? '');
    startTransition(async () => {
      await action(idle, form);
    });
  }, [place, owner, action]);
  return null;
}
