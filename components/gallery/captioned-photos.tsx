import { PhotoPicture } from '@/components/gallery/photo-picture';
import { Placeholder } from '@/components/gallery/placeholder';
import type { ShownPhoto } from '@/components/gallery/shown-photo';

type Props = { photos: readonly ShownPhoto[]; hrefOf: (id: string) => string };

/** Photos of one height with their captions beneath. Each photo is a link; the surrounding lightbox opens it without a page load. */
export function CaptionedPhotos({ photos, hrefOf }: Props) {
  return (
    <ul className="grid gap-x-6 gap-y-9 sm:grid-cols-2 xl:grid-cols-3">
      {photos.map((photo, index) => (
        <li key={photo.id} className="min-w-0">
          <figure>
            <a
              href={hrefOf(photo.id)}
              data-photo={photo.id}
              className="group relative block aspect-4/3 overflow-hidden rounded-card bg-sunken focus-visible:outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-4 focus-visible:after:-outline-offset-4 focus-visible:after:outline-accent-text"
            >
              <Placeholder value={photo.placeholder} />
              <PhotoPicture
                sources={photo.thumbnail}
                alt={photo.alt}
                eager={index < 4}
                className="relative size-full object-cover transition-opacity group-hover:opacity-90"
              />
            </a>
            {(photo.caption || photo.detail) && (
              <figcaption className="mt-3 [overflow-wrap:anywhere]">
                {photo.caption && <p className="line-clamp-3">{photo.caption}</p>}
                {photo.detail && <p className="mt-0.5 line-clamp-2 text-ink-soft text-sm">{photo.detail}</p>}
              </figcaption>
            )}
          </figure>
        </li>
      ))}
    </ul>
  );
}
