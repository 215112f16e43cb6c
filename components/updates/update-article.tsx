import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useShownPhotos } from '@/components/gallery/client-gallery';
import { Mosaic } from '@/components/gallery/mosaic';
import { withPhoto } from '@/components/gallery/photo-address';
import { formatDay, formatInstant } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { ProjectUpdate } from '@/lib/updates/schemas';

type Props = {
  update: Omit<ProjectUpdate, 'comments' | 'commentCount'>;
  viewer: 'client' | 'team';
  timeZone: string;
  /** Beside the title: badges and links. */
  aside?: ReactNode;
  /** Below the text: comments. */
  children?: ReactNode;
};

/** One update with its photos, as both sides read it. */
export function UpdateArticle({ update, viewer, timeZone, aside, children }: Props) {
  const t = useTranslations('updates.list');
  const locale = useLocale();
  const shown = useShownPhotos(timeZone);
  const { id, projectId, title, body, postedOn, authorName, phaseName, photos, correctedAt } = update;
  const gallery = paths.client.project.photos(projectId);
  return (
    <article id={`update-${id}`} className="scroll-mt-28 gap-10 md:grid md:grid-cols-[9rem_minmax(0,1fr)]">
      <p className="mb-2 text-sm text-ink-faint md:pt-1.5">
        <time dateTime={postedOn} className="md:block">
          {formatDay(postedOn, locale)}
        </time>
        <span aria-hidden="true" className="md:hidden">
          {' · '}
        </span>
        <span className="break-words md:mt-0.5 md:block">{authorName}</span>
        {phaseName && <span className="break-words max-md:before:content-['_·_'] md:mt-0.5 md:block">{phaseName}</span>}
      </p>
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline justify-between gap-x-5 gap-y-2">
          <h3 className="min-w-0 break-words text-xl leading-snug">{title}</h3>
          {aside}
        </div>
        <p className="mt-2 max-w-prose whitespace-pre-line break-words leading-relaxed">{body}</p>
        {correctedAt && (
          <p className="mt-2 text-sm text-ink-faint">
            {t('corrected', { date: formatInstant(new Date(correctedAt), { locale, timeZone }) })}
          </p>
        )}
        {photos.length > 0 && (
          <div className="mt-4 max-w-3xl">
            <Mosaic
              small
              photos={photos.map(shown)}
              hrefOf={(photo) => (viewer === 'client' ? withPhoto(gallery, { photo }) : paths.admin.photo(photo))}
            />
          </div>
        )}
        {children}
      </div>
    </article>
  );
}
