import { useEffect, useState } from 'react';
import type { News } from '@/components/layout/nav-item';
import { liveEvent } from '@/components/live/live-message';

/** Milliseconds in which further messages cause no other count. */
const pause = 500;

/** How many tickets hold something new, counted anew when one changes and when the reader has read one. */
export function NewsCount({ count, address, label }: News) {
  const [shown, setShown] = useState(count);
  useEffect(() => setShown(count), [count]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const recount = async () => {
      const answer = await fetch(address).catch(() => null);
      if (answer?.ok) setShown((await answer.json()).data.unread);
    };
    const hear = ({ detail }: WindowEventMap[typeof liveEvent]) => {
      if (detail.type !== 'ticket' && detail.type !== 'resync') return;
      clearTimeout(timer);
      timer = setTimeout(recount, pause);
    };
    window.addEventListener(liveEvent, hear);
    return () => {
      clearTimeout(timer);
      window.removeEventListener(liveEvent, hear);
    };
  }, [address]);
  if (shown === 0) return null;
  return (
    <>
      {' '}
      <span title={label} className="place-count numerals">
        {shown >= 100 ? '99+' : shown}
        <span className="sr-only"> {label}</span>
      </span>
    </>
  );
}
