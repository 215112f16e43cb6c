import { useTranslations } from 'next-intl';
import { useShownPhotos } from '@/components/gallery/client-gallery';
import { withPhoto } from '@/components/gallery/photo-address';
import { PhotoPicture } from '@/components/gallery/photo-picture';
import { Placeholder } from '@/components/gallery/placeholder';
import { TextLink } from '@/components/ui/text-link';
import type { Photo } from '@/lib/gallery/schemas';
import { paths } from '@/lib/paths';

type Props = { photo: Photo; isOfThisWeek: boolean; timeZone: string };

/** The newest photo, large, with its caption. */
export function PhotoOfTheWeek({ photo, isOfThisWeek, timeZone }: Props) {
  const t = useTranslations('client.home.photo');
  const { large, alt, caption, detail, placeholder } = useShownPhotos(timeZone)(photo);
  return (
    <figure>
      <div className="photo-tile aspect-[3/2]">
        <a href={withPhoto(paths.client.gallery, { photo: photo.id })} className="photo-link">
          <Placeholder value={placeholder} />
          <PhotoPicture sources={large} alt={alt} className="!w-full" />
        </a>
      </div>
      <figcaption className="mt-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 text-sm text-ink-soft">
        <span>
          <span className="eyebrow block">{t(isOfThisWeek ? 'week' : 'latest')}</span>
          {[caption, detail].filter(Boolean).join(' · ')}
        </span>
        <TextLink href={paths.client.gallery}>{t('all')}</TextLink>
      </figcaption>
    </figure>
  );
}
