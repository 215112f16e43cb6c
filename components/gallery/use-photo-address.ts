'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useRef } from 'react';
import { type PhotoAddress, photoAddressOf, withPhoto } from '@/components/gallery/photo-address';

/**
 * Which photo is open is in the address alone, so that links to it, reloading and the phone's back button do what one expects.
 * Next follows the browser's own history, so moving between photos asks the server for nothing.
 */
export function usePhotoAddress() {
  const query = useSearchParams();
  const path = usePathname();
  const openedHere = useRef(false);
  const here = query.size === 0 ? path : `${path}?${query}`;
  const hrefOf = (change: Partial<PhotoAddress>) => withPhoto(here, change);
  return {
    ...photoAddressOf(query),
    hrefOf,
    open(change: Partial<PhotoAddress>) {
      openedHere.current = true;
      window.history.pushState(null, '', hrefOf(change));
    },
    move(change: Partial<PhotoAddress>) {
      window.history.replaceState(null, '', hrefOf(change));
    },
    close() {
      if (openedHere.current) window.history.back();
      else window.history.replaceState(null, '', hrefOf({ photo: null }));
      openedHere.current = false;
    },
  };
}
