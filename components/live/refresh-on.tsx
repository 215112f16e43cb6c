'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { liveEvent } from '@/components/live/live-message';

/** Milliseconds in which further messages cause no other refresh. */
const pause = 400;

/** Renders the page again when a live message is about one of the records, or says that messages may have been lost. */
export function RefreshOn({ records }: { records: readonly string[] }) {
  const router = useRouter();
  const watched = useRef(records);
  watched.current = records;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = ({ detail }: WindowEventMap[typeof liveEvent]) => {
      const concerns =
        detail.type === 'resync' || watched.current.some((id) => id === detail.record || id === detail.type);
      if (!concerns) return;
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), pause);
    };
    window.addEventListener(liveEvent, hear);
    return () => {
      clearTimeout(timer);
      window.removeEventListener(liveEvent, hear);
    };
  }, [router]);
  return null;
}
