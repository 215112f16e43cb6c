'use client';

import { useTranslations } from 'next-intl';
import { useEffectEvent, useLayoutEffect } from 'react';
import type { ShownPhoto } from '@/components/gallery/shown-photo';
import { buttonClass } from '@/components/ui/button';

type Props = { photo: ShownPhoto | undefined; stopHref: string; onStop: () => void };

/** Shown during a comparison after the first photo is selected, until the second one is selected in the mosaic. */
export function ChoosingBar({ photo, stopHref, onStop }: Props) {
  const t = useTranslations('photos.box');
  const stop = useEffectEvent(onStop);
  // A layout effect, so that Escape works as soon as the text is visible.
  useLayoutEffect(() => {
    const onKeyDown = ({ key, defaultPrevented }: KeyboardEvent) => {
      if (key === 'Escape' && !defaultPrevented) stop();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <div
      role="status"
      className="sticky top-3 z-20 mb-6 flex flex-wrap items-center gap-3 rounded-card bg-raised px-4 py-3 shadow-floating"
    >
      {photo && (
        <img
          src={photo.thumbnail.webp ?? photo.thumbnail.jpeg}
          alt={photo.alt}
          className="size-12 rounded-field object-cover"
        />
      )}
      <p className="min-w-0 flex-1 basis-40 font-medium">{t('choose')}</p>
      <a
        href={stopHref}
        onClick={(event) => {
          event.preventDefault();
          onStop();
        }}
        className={buttonClass('quiet', 'small')}
      >
        {t('stop')}
      </a>
    </div>
  );
}
