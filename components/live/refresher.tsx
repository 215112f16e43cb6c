'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { heardSince, type LiveMessage, liveEvent } from '@/components/live/live-message';

/** Milliseconds in which further messages cause no other refresh. */
const pause = 400;

type Props = {
  records: readonly string[];
  /** The instant before which everything was read, in milliseconds. */
  since: number;
};

/** The part of `RefreshOn` that listens. */
export function Refresher({ records, since }: Props) {
  const router = useRouter();
  const watched = useRef(records);
  watched.current = records;
  const first = useRef(since);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const concerns = ({ type, record }: LiveMessage) =>
      type === 'resync' || watched.current.some((id) => id === record || id === type);
    const hear = (message: LiveMessage) => {
      if (!concerns(message)) return;
      // The first one counts: of work that tells of each step, the page shows the progress.
      timer ??= setTimeout(() => {
        timer = undefined;
        router.refresh();
      }, pause);
    };
    const listen = ({ detail }: WindowEventMap[typeof liveEvent]) => hear(detail);
    // What this window heard on the way here from another page.
    for (const message of heardSince(first.current)) hear(message);
    window.addEventListener(liveEvent, listen);
    return () => {
      clearTimeout(timer);
      window.removeEventListener(liveEvent, listen);
    };
  }, [router]);
  return null;
}
