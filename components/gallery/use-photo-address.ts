'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { type PhotoAddress, photoAddressOf, withPhoto } from '@/components/gallery/photo-address';

/**
 * The open photo, kept in the address for links, reload and the back button. `open` pushes a history entry, `move`
 * replaces it; neither requests the server. Next's router reports addresses late, so `moved` holds the current photo.
 */
export function usePhotoAddress() {
  const query = useSearchParams();
  const path = usePathname();
  const openedHere = useRef(false);
  const address = photoAddressOf(query);
  // Set by a move, until a popstate event or until the router has reported the closing. Null means that the router's
  // address applies.
  const [moved, setMoved] = useState<{ photo: string | null } | null>(null);
  const isReportedClosed = moved !== null && moved.photo === null && address.photo === null;
  useEffect(() => {
    if (isReportedClosed) setMoved(null);
  }, [isReportedClosed]);
  useEffect(() => {
    const follow = () => setMoved({ photo: photoAddressOf(new URLSearchParams(window.location.search)).photo });
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const here = query.size === 0 ? path : `${path}?${query}`;
  const hrefOf = (change: Partial<PhotoAddress>) => withPhoto(here, change);
  const photo = moved ? moved.photo : address.photo;
  return {
    photo,
    compare: address.compare,
    hrefOf,
    open(change: Partial<PhotoAddress>) {
      openedHere.current = true;
      setMoved({ photo: change.photo ?? null });
      window.history.pushState(null, '', hrefOf(change));
    },
    move(change: Partial<PhotoAddress>) {
      if (change.photo !== undefined) setMoved({ photo: change.photo });
      window.history.replaceState(null, '', hrefOf(change));
    },
    /** Closes the photo; during a comparison both photos. */
    close() {
      if (photo === null) return;
      if (address.compare) window.history.replaceState(null, '', hrefOf({ photo: null, compare: null }));
      else if (openedHere.current) window.history.back();
      else window.history.replaceState(null, '', hrefOf({ photo: null }));
      setMoved({ photo: null });
      openedHere.current = false;
    },
  };
}
