'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, type TouchEvent, useEffect, useRef } from 'react';
import { PhotoPicture } from '@/components/gallery/photo-picture';
import type { ShownPhoto } from '@/components/gallery/shown-photo';
import { Icon } from '@/components/ui/icon';

type Props = {
  photos: readonly ShownPhoto[];
  index: number;
  hrefOf: (id: string) => string;
  onGo: (step: number) => void;
};

/** Minimum horizontal distance of a swipe in CSS pixels. */
const swipe = 48;

/** One photo as large as the screen allows; the neighbouring photos are reached by swipe, key or link. */
export function LightboxStage({ photos, index, hrefOf, onGo }: Props) {
  const t = useTranslations('photos.box');
  const start = useRef<{ x: number; y: number } | null>(null);
  const [photo, before, after] = [photos[index], photos[index - 1], photos[index + 1]];

  useEffect(() => {
    for (const neighbour of [after, before]) {
      if (neighbour) new Image().src = neighbour.large.webp ?? neighbour.large.jpeg;
    }
  }, [before, after]);

  if (!photo) return null;
  const begin = ({ touches }: TouchEvent) => {
    // Two fingers, or one finger on a zoomed page, zoom and pan instead of changing the photo.
    const turning = touches.length === 1 && (window.visualViewport?.scale ?? 1) === 1;
    const finger = touches[0];
    start.current = turning && finger ? { x: finger.clientX, y: finger.clientY } : null;
  };
  const end = ({ changedTouches }: TouchEvent) => {
    const finger = changedTouches[0];
    if (!start.current || !finger) return;
    const [x, y] = [finger.clientX - start.current.x, finger.clientY - start.current.y];
    start.current = null;
    if (Math.abs(x) < swipe || Math.abs(x) < Math.abs(y) * 1.5) return;
    onGo(x < 0 === (document.dir !== 'rtl') ? 1 : -1);
  };

  return (
    <>
      <div className="relative min-h-0 flex-1 touch-pinch-zoom" onTouchStart={begin} onTouchEnd={end}>
        <img
          key={`small ${photo.id}`}
          src={photo.thumbnail.webp ?? photo.thumbnail.jpeg}
          alt=""
          aria-hidden="true"
          className="absolute inset-0 size-full object-contain"
        />
        <PhotoPicture
          key={photo.id}
          sources={photo.large}
          alt={photo.alt}
          eager
          className="absolute inset-0 size-full object-contain"
        />
        {before && (
          <Turn href={hrefOf(before.id)} onGo={() => onGo(-1)} label={t('previous')} side="start-2">
            <Icon name="chevron-left" />
          </Turn>
        )}
        {after && (
          <Turn href={hrefOf(after.id)} onGo={() => onGo(1)} label={t('next')} side="end-2">
            <Icon name="chevron-right" />
          </Turn>
        )}
      </div>
      <div
        aria-live="polite"
        className="shrink-0 px-5 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))] text-center sm:px-16"
      >
        {photo.caption && <p className="mx-auto max-w-prose text-balance">{photo.caption}</p>}
        {photo.detail && <p className="text-sm text-ink-soft">{photo.detail}</p>}
      </div>
    </>
  );
}

type TurnProps = { href: string; onGo: () => void; label: string; side: string; children: ReactNode };

function Turn({ href, onGo, label, side, children }: TurnProps) {
  return (
    <a
      href={href}
      aria-label={label}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onGo();
      }}
      className={`absolute inset-y-0 ${side} my-auto inline-flex size-11 items-center justify-center rounded-full bg-paper/60 text-ink hover:bg-paper [&_svg]:size-6 rtl:[&_svg]:-scale-x-100`}
    >
      {children}
    </a>
  );
}
