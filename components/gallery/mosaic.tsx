import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { PhotoPicture } from '@/components/gallery/photo-picture';
import { Placeholder } from '@/components/gallery/placeholder';
import type { ShownPhoto } from '@/components/gallery/shown-photo';
import { Badge } from '@/components/ui/badge';

type Props = {
  photos: readonly ShownPhoto[];
  hrefOf: (id: string) => string;
  label?: string;
  /** Loads the first four photos eagerly, for the mosaic at the top of a page. */
  eager?: boolean;
  /** Smaller rows, for a preview beside other content. */
  small?: boolean;
};

/**
 * Photos in rows of equal height, slightly cropped so that the rows end flush. The sizes are part of the HTML, so the
 * layout does not shift on loading. Each photo is a link; the surrounding lightbox opens it without a page load.
 */
export function Mosaic({ photos, hrefOf, label, eager = false, small = false }: Props) {
  const t = useTranslations('gallery.photo');
  return (
    <ul aria-label={label} className="flex flex-wrap gap-1.5 after:grow-[99] after:content-[''] sm:gap-2">
      {photos.map((photo, index) => (
        <li
          key={photo.id}
          className={clsx(
            'relative h-24 max-w-full grow overflow-hidden rounded-field bg-sunken',
            small ? 'sm:h-30' : 'sm:h-44 lg:h-52',
          )}
        >
          <a
            href={hrefOf(photo.id)}
            data-photo={photo.id}
            className="group block h-full focus-visible:outline-none after:absolute after:inset-0 after:rounded-field focus-visible:after:ring-4 focus-visible:after:ring-accent-text focus-visible:after:ring-inset"
          >
            <Placeholder value={photo.placeholder} />
            <PhotoPicture
              sources={photo.thumbnail}
              alt={photo.alt}
              eager={eager && index < 4}
              className="relative h-full w-auto min-w-full object-cover transition-opacity group-hover:opacity-90"
            />
            {photo.isNew && (
              <span className="absolute start-1.5 top-1.5">
                <Badge tone="accent">{t('new')}</Badge>
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
