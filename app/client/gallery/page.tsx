import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { recordOpeningAction, recordVisitAction } from '@/app/client/actions';
import { ClientGallery } from '@/components/gallery/client-gallery';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { Icon } from '@/components/ui/icon';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Tabs } from '@/components/ui/tabs';
import { TextLink } from '@/components/ui/text-link';
import { RecordVisit } from '@/components/visits/record-visit';
import { clientUser } from '@/lib/authz/guards';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { isShowcaseOpen, listNamedPhotos, listPhotos } from '@/lib/gallery/queries';
import { type Photo, photoOrders } from '@/lib/gallery/schemas';
import { pageLimit, pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { listProjectChoices } from '@/lib/projects/queries';
import { findVisit } from '@/lib/visits/queries';
import { isNew } from '@/lib/visits/rule';

const galleryFilter = pageQuery(photoOrders.newest, photoOrders.phases).extend({
  limit: pageLimit.default(100),
  projectId: z.uuid().optional(),
  by: z.enum(['month', 'phase']).default('month'),
  photo: z.uuid().optional(),
  compare: z.uuid().optional(),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gallery.client'))('title') };
}

export default async function ClientGalleryPage({ searchParams }: PageProps<'/client/gallery'>) {
  const me = await forPage(clientUser);
  const { by, photo, compare, cursor: sent, ...narrowing } = await pageFilter(galleryFilter, searchParams);
  const order = by === 'phase' ? 'phases' : 'newest';
  const cursor = sent && photoOrders[order].accepts(sent) ? sent : undefined;
  const filter = { ...narrowing, cursor };
  const { page, besides, projects, showcase, visit } = await readPage(me, async (db) => {
    const list = await listPhotos(db, filter, order);
    return {
      page: list,
      besides: await listNamedPhotos(db, [photo, compare], list.data),
      projects: await listProjectChoices(db, { having: 'photos' }),
      showcase: await isShowcaseOpen(db, me.tenant.id),
      visit: await findVisit(db, me.userId, 'gallery'),
    };
  });
  const t = await getTranslations('gallery.client');
  const { name: tenant, slug, timeZone } = me.tenant;
  const { projectId } = filter;
  const address = (change: object) =>
    withQuery(paths.client.gallery, { project_id: projectId, by: by === 'month' ? null : by, cursor, ...change });
  const first = { cursor: null };
  const isNewHere = ({ sharedAt }: Photo) => sharedAt !== null && isNew(sharedAt, visit);
  const newOnes = page.data.filter(isNewHere).length;

  return (
    <div className="max-w-page">
      {visit.unrecorded && <RecordVisit place="gallery" action={recordVisitAction} />}
      {/* A phone shows photos first; the bar at its bottom says where one is. */}
      <div className="max-sm:sr-only">
        <PageHeader title={t('title')} lead={t('lead', { tenant })} />
      </div>
      {projects.length === 0 ? (
        <EmptyState icon={<Icon name="images" />} title={t('empty.title')}>
          {t('empty.text', { tenant })}
        </EmptyState>
      ) : (
        <>
          <div className="mb-2.5 flex flex-wrap items-end gap-x-4 gap-y-3 sm:mb-8 sm:gap-x-10">
            <FilterBar
              address={paths.client.gallery}
              choices={[
                { name: 'project_id', label: t('project'), all: t('allProjects'), value: projectId, options: projects },
              ]}
              keep={by === 'month' ? {} : { by }}
              className="min-w-0 flex-1 basis-26 sm:max-w-60"
            />
            <Tabs
              label={t('order')}
              tabs={[
                { href: address({ by: null, ...first }), label: t('byMonth'), current: by === 'month' },
                { href: address({ by: 'phase', ...first }), label: t('byPhase'), current: by === 'phase' },
              ]}
              className="mx-0! px-0! max-sm:[&_ul]:gap-4"
            />
          </div>
          {page.data.length === 0 && <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>}
          {newOnes > 0 && visit.isReturning && (
            <p className="my-8 text-ink-soft max-sm:sr-only">{t('newCount', { count: newOnes })}</p>
          )}
          <ClientGallery
            opened={recordOpeningAction}
            photos={page.data}
            besides={besides}
            order={by}
            namesProject={projects.length > 1 && !projectId}
            address={address({})}
            timeZone={timeZone}
            isNew={isNewHere}
          />
          <Pagination
            firstHref={cursor ? address(first) : null}
            nextHref={page.nextCursor ? address({ cursor: page.nextCursor }) : null}
          />
          {showcase && (
            <p className="mt-12">
              <TextLink href={paths.showcase(slug)}>{t('showcase', { tenant })}</TextLink>
            </p>
          )}
        </>
      )}
    </div>
  );
}
