import type { Sources } from '@/components/gallery/shown-photo';

type Props = { sources: Sources; alt: string; eager?: boolean; className?: string };

/**
 * One size of a photo: WebP where the browser supports it, otherwise JPEG. Width and height are set, so the layout does
 * not shift.
 */
export function PhotoPicture({ sources: { jpeg, webp, width, height }, alt, eager = false, className }: Props) {
  return (
    <picture className="contents">
      {webp && <source type="image/webp" srcSet={webp} />}
      <img
        src={jpeg}
        alt={alt}
        width={width}
        height={height}
        loading={eager ? 'eager' : 'lazy'}
        decoding="async"
        className={className}
      />
    </picture>
  );
}
