'use client';

import { startTransition, useEffect, useRef } from 'react';
import { useOwner } from '@/components/forms/form-owner';
import { liveEvent } from '@/components/live/live-message';
import { type FormAction, idle } from '@/lib/forms/form-state';
import { ownerField } from '@/lib/forms/marks';

/** Notes that a ticket is read up to a message, once a browser shows it. Prefetches and previews of links run no effects. */
export function MarkRead({ id, messageId, action }: { id: string; messageId: string; action: FormAction }) {
  const noted = useRef<string | null>(null);
  const owner = useOwner();
  useEffect(() => {
    if (noted.current === messageId) return;
    noted.current = messageId;
    const form = new FormData();
    form.set('id', id);
    form.set('messageId', messageId);
    form.set(ownerField, owner ?? '');
    startTransition(async () => {
      await action(idle, form);
      window.dispatchEvent(new CustomEvent(liveEvent, { detail: { type: 'ticket', at: 0 } }));
    });
  }, [id, messageId, owner, action]);
  return null;
}
