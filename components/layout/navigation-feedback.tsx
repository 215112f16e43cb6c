'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';

const barAfter = 120; // milliseconds; a faster page needs no bar

/**
 * Shows at once that a tap on a link was heard: the link is marked `data-pending` until its page is there, and a bar appears at
 * the top of a page that takes longer. Used once, in the root layout.
 */
export function NavigationFeedback() {
  const pathname = usePathname();
  const query = useSearchParams().toString();
  const place = `${pathname}?${query}`;
  const [waiting, setWaiting] = useState(false);
  const link = useRef<HTMLElement | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address is what ends the wait
  useEffect(() => {
    link.current?.removeAttribute('data-pending');
    link.current = null;
    setWaiting(false);
  }, [place]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onClick = (event: MouseEvent) => {
      const target = pageLink(event);
      if (!target) return;
      clearTimeout(timer);
      link.current?.removeAttribute('data-pending');
      link.current = target;
      target.setAttribute('data-pending', '');
      timer = setTimeout(() => setWaiting(link.current === target), barAfter);
    };
    document.addEventListener('click', onClick, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('click', onClick, true);
    };
  }, []);

  return waiting ? <div aria-hidden="true" className="navigation-bar" /> : null;
}

/** The link of a click that leads to another page of the portal in this tab; null for any other click. */
function pageLink(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.href || link.target || link.hasAttribute('download') || link.dataset.photo || link.dataset.opens)
    return null;
  const { origin, pathname, search } = new URL(link.href);
  if (origin !== location.origin || pathname.startsWith('/api/')) return null;
  return pathname === location.pathname && search === location.search ? null : link;
}
