'use client';

import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { PhotoPicture } from '@/components/gallery/photo-picture';
import { Placeholder } from '@/components/gallery/placeholder';
import type { ShownPhoto } from '@/components/gallery/shown-photo';
import { VisibilityBadge } from '@/components/gallery/visibility-badge';
import { Checkbox } from '@/components/ui/checkbox';
import { PlainLink } from '@/components/ui/text-link';
import type { Visibility } from '@/lib/gallery/rule';

export type CuratedPhoto = ShownPhoto & { visibility: Visibility; href: string };

type Props = {
  photo: CuratedPhoto;
  /** From 1 to `count` on the page; part of the accessible name, because photos without a caption would share one. */
  position: number;
  count: number;
  box: ComponentProps<typeof Checkbox>;
};

/** A selectable photo: the picture is the label of its checkbox, the line below links to the photo's page. */
export function CurateTile({ photo, position, count, box }: Props) {
  const t = useTranslations('photos.curate');
  const terms = useTranslations('photos.visibility');
  const named = { photo: photo.alt, position, count };
  return (
    <li className="min-w-0 rounded-field has-checked:bg-accent-soft has-checked:outline-2 has-checked:outline-accent-text">
      <label
        htmlFor={`choose-${photo.id}`}
        className="relative block aspect-[4/3] select-none overflow-hidden rounded-field bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-text"
      >
        <Placeholder value={photo.placeholder} />
        <PhotoPicture sources={photo.thumbnail} alt="" className="relative size-full object-cover" />
        <span className="absolute start-2 top-2 inline-flex rounded-[0.3125rem] bg-raised shadow-raised">
          <Checkbox id={`choose-${photo.id}`} name="ids" value={photo.id} aria-label={t('choose', named)} {...box} />
        </span>
        <span className="absolute start-2 bottom-2 inline-flex rounded-full bg-raised">
          <VisibilityBadge visibility={photo.visibility}>{terms(photo.visibility)}</VisibilityBadge>
        </span>
      </label>
      <PlainLink
        href={photo.href}
        tabIndex={-1}
        aria-label={t('open', named)}
        className="block truncate px-2 py-2.5 text-sm text-ink-soft hover:text-accent-text hover:underline"
      >
        {photo.caption ?? photo.date}
      </PlainLink>
    </li>
  );
}
