import { useTranslations } from 'next-intl';
import { WhoSees } from '@/components/explain/who-sees';
import { useShownPhotos } from '@/components/gallery/client-gallery';
import { CuratePhotos } from '@/components/gallery/curate-photos';
import { Messages } from '@/components/layout/messages';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { Pagination } from '@/components/ui/pagination';
import { type Tab, Tabs } from '@/components/ui/tabs';
import type { FormAction } from '@/lib/forms/form-state';
import { type Visibility, visibilities } from '@/lib/gallery/rule';
import type { TeamPhoto } from '@/lib/gallery/schemas';
import type { Page } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';

type Props = {
  page: Page<TeamPhoto>;
  counts: Record<Visibility, number>;
  visibility: Visibility | undefined;
  cursor: string | undefined;
  /** The address of the list without visibility and cursor. */
  address: string;
  phases: readonly { id: string; name: string }[];
  action: FormAction<{ changed: number; removed: boolean }>;
  /** An additional tab beside the visibilities. */
  preview?: Tab;
  /** A photo that nobody of the client sees yet, of the one project that is shown: who will see it is asked by a link. */
  ahead?: string | undefined;
  timeZone: string;
};

/** The tenant's photos, filtered by visibility and paginated, with checkboxes to select them. */
export function TeamGallery({
  page,
  counts,
  visibility,
  cursor,
  address,
  phases,
  action,
  preview,
  ahead,
  timeZone,
}: Props) {
  const t = useTranslations('gallery.team');
  const terms = useTranslations('photos.visibility');
  const shown = useShownPhotos(timeZone);
  const total = counts.internal + counts.client + counts.public;
  const at = (query: { visibility?: Visibility | undefined; cursor?: string }) => {
    const [path = '', search = ''] = address.split('?');
    return withQuery(path, { ...Object.fromEntries(new URLSearchParams(search)), ...query });
  };
  const tabs: Tab[] = [
    { href: address, label: t('all'), count: total, current: !visibility },
    ...visibilities.map((value) => ({
      href: at({ visibility: value }),
      label: terms(value),
      count: counts[value],
      current: visibility === value,
    })),
    ...(preview ? [preview] : []),
  ];
  const photos = page.data.map((photo) => ({
    ...shown(photo),
    visibility: photo.visibility,
    href: paths.admin.photo(photo.id),
  }));
  return (
    <>
      <Tabs label={t('filter')} tabs={tabs} />
      {ahead && <WhoSees type="photo" id={ahead} words="lookAheadPhotos" className="mb-4" />}
      <Messages for={['photos.curate', 'photos.visibility']}>
        <CuratePhotos photos={photos} action={action} phases={phases}>
          {total === 0 ? (
            <EmptyState icon={<Icon name="images" />} title={t('empty.title')}>
              {t('empty.text')}
            </EmptyState>
          ) : (
            <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
          )}
        </CuratePhotos>
      </Messages>
      <Pagination
        firstHref={cursor ? at({ visibility }) : null}
        nextHref={page.nextCursor ? at({ visibility, cursor: page.nextCursor }) : null}
      />
    </>
  );
}
