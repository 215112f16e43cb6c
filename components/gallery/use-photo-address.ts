'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { type PhotoAddress, photoAddressOf, withPhoto } from '@/components/gallery/photo-address';

/**
 * Which photo is open is in the address alone, so that links to it, reloading and the phone's back button do what one expects.
 * Next follows the browser's own history, so moving between photos asks the server for nothing; it takes its time, though, so
 * a photo that was gone to is shown ahead of it, and the next key counts from there.
 */
export function usePhotoAddress() {
  const query = useSearchParams();
  const path = usePathname();
  const openedHere = useRef(false);
  const address = photoAddressOf(query);
  const [ahead, setAhead] = useState<string | null>(null);
  useEffect(() => {
    if (ahead === address.photo) setAhead(null);
  }, [ahead, address.photo]);
  useEffect(() => {
    const follow = () => setAhead(null);
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const here = query.size === 0 ? path : `${path}?${query}`;
  const hrefOf = (change: Partial<PhotoAddress>) => withPhoto(here, change);
  return {
    photo: ahead ?? address.photo,
    compare: address.compare,
    hrefOf,
    open(change: Partial<PhotoAddress>) {
      openedHere.current = true;
      setAhead(change.photo ?? null);
      window.history.pushState(null, '', hrefOf(change));
    },
    move(change: Partial<PhotoAddress>) {
      setAhead(change.photo ?? null);
      window.history.replaceState(null, '', hrefOf(change));
    },
    /** What Escape and the cross do; a comparison ends with both its photos. */
    close() {
      if (address.compare) window.history.replaceState(null, '', hrefOf({ photo: null, compare: null }));
      else if (openedHere.current) window.history.back();
      else window.history.replaceState(null, '', hrefOf({ photo: null }));
      setAhead(null);
      openedHere.current = false;
    },
  };
}
