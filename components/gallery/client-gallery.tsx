import { useLocale, useTranslations } from 'next-intl';
import { GalleryWall, type PhotoGroup, type PhotoPart } from '@/components/gallery/gallery-wall';
import { byMonths, byPhase, byProject } from '@/components/gallery/group-photos';
import { type ShownPhoto, shownPhoto } from '@/components/gallery/shown-photo';
import { formatDays } from '@/lib/format';
import type { FormAction } from '@/lib/forms/form-state';
import type { Photo } from '@/lib/gallery/schemas';

type Props = {
  photos: readonly Photo[];
  besides?: readonly Photo[];
  order: 'month' | 'phase';
  /** Whether headings name the project; set when the page shows several projects. */
  namesProject: boolean;
  address: string;
  timeZone: string;
  /** Whether the user has not seen the photo yet. */
  isNew?: (photo: Photo) => boolean;
  /** Notes each photo that is opened; for a client's own pages. */
  opened?: FormAction;
};

/** The photos visible to a client's people: by month, latest first, or by project and phase. */
export function ClientGallery({ photos, besides = [], order, namesProject, address, timeZone, isNew, opened }: Props) {
  const drawnPhoto = useShownPhotos(timeZone);
  const shown = (photo: Photo) => ({ ...drawnPhoto(photo), isNew: isNew?.(photo) ?? false });
  const t = useTranslations('gallery.client');
  const locale = useLocale();
  const phases = (of: readonly Photo[]): PhotoPart[] =>
    byPhase(of).map(({ key, photos: inPhase }) => ({
      key,
      title: inPhase[0]?.phaseName ?? t('noPhase'),
      photos: inPhase.map(shown),
    }));
  const months = (): PhotoPart[] =>
    byMonths(photos, timeZone).map(({ key, from, to, photos: inMonth }) => ({
      key,
      title: formatDays(from, to, locale, 'month'),
      photos: inMonth.map(shown),
    }));
  const projects = (): PhotoGroup[] =>
    byProject(photos).map(({ key, photos: inProject }) => ({
      key,
      title: inProject[0]?.projectName ?? '',
      parts: phases(inProject),
    }));
  const groups = order === 'month' ? months() : namesProject ? projects() : phases(photos);
  return (
    <GalleryWall
      groups={groups}
      besides={besides.map(shown)}
      address={address}
      compares
      {...(opened ? { opened } : {})}
    />
  );
}

/** Maps photos to ShownPhoto, with texts in the user's language. */
export function useShownPhotos(timeZone: string): (photo: Photo) => ShownPhoto {
  const t = useTranslations('gallery.photo');
  const locale = useLocale();
  const words = {
    of: (facts: { project: string; date: string }) => t('of', facts),
    ofPhase: (facts: { project: string; phase: string; date: string }) => t('ofPhase', facts),
  };
  return (photo) => shownPhoto(photo, { locale, timeZone }, words);
}
