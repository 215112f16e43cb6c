'use client';

import { useEffect, useState } from 'react';

type Props = {
  /** Milliseconds since 1970. */
  startedAt: number;
  /** The server's clock at the time of the page; the browser's may be wrong. */
  now: number;
};

/** The time that a timer has run, as hours, minutes and seconds. */
export function TimerClock({ startedAt, now }: Props) {
  const [passed, setPassed] = useState(now - startedAt);
  useEffect(() => {
    const began = performance.now();
    const tick = setInterval(() => setPassed(now - startedAt + performance.now() - began), 1000);
    return () => clearInterval(tick);
  }, [now, startedAt]);
  const seconds = Math.max(0, Math.floor(passed / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const text = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return (
    <span role="timer" className="numerals font-serif text-2xl text-ink" suppressHydrationWarning>
      {text}
    </span>
  );
}
