'use client';

import { startTransition, useEffect, useRef } from 'react';
import { useOwner } from '@/components/forms/form-owner';
import { type FormAction, idle } from '@/lib/forms/form-state';
import { ownerField } from '@/lib/forms/marks';
import type { OpenedType } from '@/lib/openings/rule';

/** Notes that a record was opened, once it is displayed in a browser: prefetches and link previews run no effects. */
export function RecordOpening({ type, id, action }: { type: OpenedType; id: string; action: FormAction }) {
  const noted = useRef('');
  const owner = useOwner();
  useEffect(() => {
    if (noted.current === id) return;
    noted.current = id;
    const form = new FormData();
    form.set('type', type);
    form.set('id', id);
    form.set(ownerField, owner ?? '');
    startTransition(async () => {
      await action(idle, form);
    });
  }, [type, id, owner, action]);
  return null;
}
