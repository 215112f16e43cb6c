'use client';

import { type FormEvent, useRef } from 'react';
import { useOwner } from '@/components/forms/form-owner';
import { useToast } from '@/components/ui/toast';
import { type FormAction, idle } from '@/lib/forms/form-state';
import { ownerField } from '@/lib/forms/marks';
import { type Visibility, visibilities } from '@/lib/gallery/rule';

type Photos = readonly { id: string; visibility: Visibility }[];

/** Takes back a change of visibility: each photo returns to the one that it had when the form was sent. */
export function useVisibilityUndo(action: FormAction) {
  const owner = useOwner();
  const say = useToast();
  const before = useRef<Photos>([]);

  const takeBack = async (photos: Photos) => {
    for (const visibility of visibilities) {
      const data = new FormData();
      if (owner !== null) data.set(ownerField, owner);
      data.set('step', visibility);
      for (const photo of photos) if (photo.visibility === visibility) data.append('ids', photo.id);
      if (!data.has('ids')) continue;
      const outcome = await action(idle, data);
      if (outcome.status === 'failed') return say(outcome.message ?? Object.values(outcome.fields).join(' '), 'bad');
    }
  };

  return {
    /** Notes the photos that are about to change, unless the button changes something else. */
    note: ({ nativeEvent }: FormEvent, photos: Photos) => {
      const { submitter } = nativeEvent as SubmitEvent; // React types the event of a form as any event
      const step = submitter instanceof HTMLButtonElement ? submitter.value : '';
      before.current = visibilities.some((visibility) => visibility === step) ? [...photos] : [];
    },
    /** What the toast's button does; undefined where the last change cannot be taken back. */
    undo: () => {
      const photos = before.current;
      return photos.length > 0 ? () => void takeBack(photos) : undefined;
    },
  };
}
