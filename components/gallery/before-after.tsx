'use client';

import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { PhotoPicture } from '@/components/gallery/photo-picture';
import type { ShownPhoto } from '@/components/gallery/shown-photo';
import { Icon } from '@/components/ui/icon';
import { formatPercent } from '@/lib/intl';

const isWide = ({ large }: ShownPhoto) => large.width > large.height;

/**
 * Two photos stacked, the earlier one on top, with an edge that is moved by finger, mouse or arrow keys through a range
 * input over both. Photos are not mirrored, so the box keeps its direction in RTL.
 */
export function BeforeAfter({ photos }: { photos: readonly [ShownPhoto, ShownPhoto] }) {
  const t = useTranslations('photos.box');
  const locale = useLocale();
  const box = useRef<HTMLDivElement>(null);
  const [percent, setPercent] = useState(50);
  const [one, two] = photos;
  const [before, after] = (one.takenAt ?? '') <= (two.takenAt ?? '') ? [one, two] : [two, one];
  const labels = { before: t('before', { date: before.date ?? '' }), after: t('after', { date: after.date ?? '' }) };

  return (
    <div className="flex min-h-0 flex-1 flex-col justify-center px-3 pb-[max(1rem,env(safe-area-inset-bottom))] sm:px-8">
      <div
        ref={box}
        dir="ltr"
        className={clsx(
          'relative min-h-0 overflow-hidden rounded-card [--cut:50%]',
          // Two wide photos keep their format on a narrow screen; all others fill it.
          isWide(before) && isWide(after) ? 'aspect-[3/2] max-h-full w-full self-center' : 'flex-1',
        )}
      >
        <PhotoPicture sources={after.large} alt={after.alt} eager className="absolute inset-0 size-full object-cover" />
        <div className="absolute inset-0 [clip-path:inset(0_calc(100%-var(--cut))_0_0)]">
          <PhotoPicture sources={before.large} alt={before.alt} eager className="size-full object-cover" />
        </div>
        <input
          type="range"
          min={0}
          max={100}
          value={percent}
          aria-label={t('slider')}
          aria-valuetext={t('showing', { percent: formatPercent(percent / 100, locale) })}
          onChange={(event) => {
            setPercent(Number(event.target.value));
            box.current?.style.setProperty('--cut', `${event.target.value}%`);
          }}
          className="peer absolute inset-0 z-10 size-full cursor-ew-resize touch-none opacity-0"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 start-[var(--cut)] w-0.5 -translate-x-1/2 bg-ink peer-focus-visible:w-1 peer-focus-visible:bg-accent-text"
        >
          <span className="absolute start-1/2 top-1/2 inline-flex size-11 -translate-x-1/2 -translate-y-1/2 items-center justify-center rounded-full bg-ink text-paper shadow-floating">
            <Icon name="chevrons-left-right" className="size-5" />
          </span>
        </span>
      </div>
      <p className="flex shrink-0 flex-wrap justify-between gap-x-6 pt-3 text-sm text-ink-soft">
        <span>{labels.before}</span>
        <span>{labels.after}</span>
      </p>
    </div>
  );
}
