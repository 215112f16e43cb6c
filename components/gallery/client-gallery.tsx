import { useLocale, useTranslations } from 'next-intl';
import { GalleryWall, type PhotoGroup } from '@/components/gallery/gallery-wall';
import { byMonth, byPhase } from '@/components/gallery/group-photos';
import { type ShownPhoto, shownPhoto } from '@/components/gallery/shown-photo';
import { formatDay } from '@/lib/format';
import type { Photo } from '@/lib/gallery/schemas';

type Props = {
  photos: readonly Photo[];
  besides?: readonly Photo[];
  order: 'month' | 'phase';
  /** Whether headings name the project: where there are several on the page. */
  namesProject: boolean;
  address: string;
  timeZone: string;
  /** Whether the reader has not seen it yet. */
  isNew?: (photo: Photo) => boolean;
};

/** The photos of a client as its people see them: by month, the latest first, or as the story of each project, phase by phase. */
export function ClientGallery({ photos, besides = [], order, namesProject, address, timeZone, isNew }: Props) {
  const drawnPhoto = useShownPhotos(timeZone);
  const shown = (photo: Photo) => ({ ...drawnPhoto(photo), isNew: isNew?.(photo) ?? false });
  const t = useTranslations('gallery.client');
  const locale = useLocale();
  const groups = order === 'phase' ? byPhase(photos) : byMonth(photos, timeZone);
  const titleOf = (key: string, first: Photo | undefined): string => {
    if (order === 'month') return formatDay(`${key}-01`, locale, 'month');
    const phase = first?.phaseName ?? t('noPhase');
    return namesProject && first ? `${first.projectName}: ${phase}` : phase;
  };
  const drawn: PhotoGroup[] = groups.map(({ key, photos: inGroup }) => ({
    key,
    title: titleOf(key, inGroup[0]),
    photos: inGroup.map(shown),
  }));
  return <GalleryWall groups={drawn} besides={besides.map(shown)} address={address} compares />;
}

/** Turns photos into what is drawn, in the reader's words. */
export function useShownPhotos(timeZone: string): (photo: Photo) => ShownPhoto {
  const t = useTranslations('gallery.photo');
  const locale = useLocale();
  const words = {
    of: (facts: { project: string; date: string }) => t('of', facts),
    ofPhase: (facts: { project: string; phase: string; date: string }) => t('ofPhase', facts),
  };
  return (photo) => shownPhoto(photo, { locale, timeZone }, words);
}
