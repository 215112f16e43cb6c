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
 * Photos in rows of equal height, slightly cropped so that the rows end flush; on a phone two in a row, an odd one at the end in
 * a row of its own. The sizes are part of the HTML, so the layout does not shift on loading. Each photo is a link; the surrounding lightbox opens it without a page load.
 */
export function Mosaic({ photos, hrefOf, label, eager = false, small = false }: Props) {
  const t = useTranslations('gallery.photo');
  return (
    <ul
      aria-label={label}
      className="whole grid grid-cols-2 gap-1.5 sm:flex sm:flex-wrap sm:gap-2 sm:after:grow-[99] sm:after:content-['']"
    >
      {photos.map((photo, index) => (
        <li key={photo.id} className={clsx('photo-tile', small ? 'sm:h-30' : 'sm:h-44 lg:h-52')}>
          <a href={hrefOf(photo.id)} data-photo={photo.id} className="photo-link">
            <Placeholder value={photo.placeholder} />
            <PhotoPicture sources={photo.thumbnail} alt={photo.alt} eager={eager && index < 4} />
            {photo.isNew && (
              <span className="absolute start-1.5 top-1.5">
                <Badge tone="accent">{t('new')}</Badge>
              </span>
            )}
          </a>
        </li>
      ))}
      <li hidden />
    </ul>
  );
}
