import { useTranslations } from 'next-intl';
import { useShownPhotos } from '@/components/gallery/client-gallery';
import { Mosaic } from '@/components/gallery/mosaic';
import { withPhoto } from '@/components/gallery/photo-address';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import type { Photo } from '@/lib/gallery/schemas';

/** `href` is the gallery's address. */
type Props = { photos: readonly Photo[]; timeZone: string; href: string };

/** The newest photos with a link to all of them; renders nothing when there are none. */
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
