'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { ShownPhoto } from '@/components/gallery/shown-photo';
import { Icon } from '@/components/ui/icon';

type Way = 'file' | 'link';

/** What this browser shares: the file, or else the address of the page; null for a browser that shares nothing. */
function wayToShare(): Way | null {
  // Firefox on a desktop has neither function.
  if (typeof navigator.share !== 'function') return null;
  const probe = new File([], 'photo.jpg', { type: 'image/jpeg' });
  return navigator.canShare?.({ files: [probe] }) ? 'file' : 'link';
}

type Props = { photo: ShownPhoto; className: string };

/** A button that hands the photo to the other apps of the device. Not there where the browser cannot, nor without JavaScript. */
export function SharePhoto({ photo, className }: Props) {
  const t = useTranslations('photos.box');
  const [way, setWay] = useState<Way | null>(null);
  const [message, setMessage] = useState<'shareAgain' | 'shareFailed' | null>(null);
  const fetched = useRef<{ id: string; file: File } | null>(null);
  useEffect(() => setWay(wayToShare()), []);
  if (way === null) return null;

  const share = async () => {
    setMessage(null);
    try {
      if (way === 'link') return await navigator.share({ title: photo.alt, url: window.location.href });
      if (fetched.current?.id !== photo.id) fetched.current = { id: photo.id, file: await fileAt(photo.large.jpeg) };
      await navigator.share({ title: photo.alt, files: [fetched.current.file] });
    } catch (error) {
      const name = error instanceof Error ? error.name : '';
      if (name === 'AbortError') return; // the person changed their mind
      // A browser forgets the tap while a slow line brings the file; the next tap has it at once.
      setMessage(name === 'NotAllowedError' && fetched.current?.id === photo.id ? 'shareAgain' : 'shareFailed');
    }
  };

  return (
    <>
      <span role="status" className="text-end text-sm">
        {message && t(message)}
      </span>
      <button type="button" onClick={share} aria-label={t('share')} title={t('share')} className={className}>
        <Icon name="share-2" />
      </button>
    </>
  );
}

async function fileAt(address: string): Promise<File> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The photo was answered with ${answer.status}`);
  return new File([await answer.blob()], 'photo.jpg', { type: 'image/jpeg' });
}
