import type { Photo } from '@/lib/gallery/schemas';
import type { ShowcasePhoto } from '@/lib/gallery/showcase/schemas';
import { formatInstant } from '@/lib/intl';

/** The addresses of one size of a photo. */
export type Sources = { jpeg: string; webp: string | null; width: number; height: number };

/** A photo as rendered by the mosaic and the lightbox, with texts in the user's language. */
export type ShownPhoto = {
  id: string;
  /** Alternative text for screen readers. */
  alt: string;
  caption: string | null;
  /** Project, phase and date; on the showcase the project at most. */
  detail: string | null;
  date: string | null;
  /** Sorts the two photos of a comparison. */
  takenAt: string | null;
  placeholder: string;
  /** Marks a photo that the user has not seen yet. */
  isNew?: boolean;
  thumbnail: Sources;
  large: Sources;
};

type Words = {
  of: (facts: { project: string; date: string }) => string;
  ofPhase: (facts: { project: string; phase: string; date: string }) => string;
};

export function shownPhoto(photo: Photo, reader: { locale: string; timeZone: string }, words: Words): ShownPhoto {
  const { caption, takenAt, projectName: project, phaseName: phase } = photo;
  const date = formatInstant(new Date(takenAt), reader, 'date');
  const detail = phase ? words.ofPhase({ project, phase, date }) : words.of({ project, date });
  return { ...pictureOf(photo), caption, alt: caption ?? detail, detail, date, takenAt };
}

export function shownPublicly(photo: ShowcasePhoto, nameless: string): ShownPhoto {
  const { caption, projectName: detail } = photo;
  return { ...pictureOf(photo), caption, alt: caption ?? nameless, detail, date: null, takenAt: null };
}

function pictureOf({ id, placeholder, variants, width, height }: Omit<ShowcasePhoto, 'projectName'>) {
  const sources = (size: 'thumbnail' | 'large'): Sources => {
    const jpeg = variants.find(({ variant }) => variant === size) ?? variants[0];
    const webp = variants.find(({ variant }) => variant === `${size}-webp`);
    const { url = '', ...measures } = jpeg ?? webp ?? { width, height };
    return { jpeg: url, webp: webp?.url ?? null, width: measures.width, height: measures.height };
  };
  return { id, placeholder, thumbnail: sources('thumbnail'), large: sources('large') };
}
