import { useTranslations } from 'next-intl';
import { useShownPhotos } from '@/components/gallery/client-gallery';
import { Mosaic } from '@/components/gallery/mosaic';
import { withPhoto } from '@/components/gallery/photo-address';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import type { Photo } from '@/lib/gallery/schemas';

type Props = { photos: readonly Photo[]; timeZone: string /** The gallery's address. */; href: string };

/** The newest photos with the way to all of them; nothing where there are none. */
export function PhotoStrip({ photos, timeZone, href }: Props) {
  const t = useTranslations('gallery.client');
  const shown = useShownPhotos(timeZone);
  if (photos.length === 0) return null;
  return (
    <Section title={t('latest')} aside={<TextLink href={href}>{t('all')}</TextLink>}>
      <Mosaic small photos={photos.map(shown)} hrefOf={(id) => withPhoto(href, { photo: id })} />
    </Section>
  );
}
