import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { GuestProjectHead } from '@/components/guests/guest-project-head';
import { Badge } from '@/components/ui/badge';
import { Pagination } from '@/components/ui/pagination';
import { forGuest, noteVisit, readGuestPage } from '@/lib/doors/guest';
import { pageFilter, pageId } from '@/lib/doors/page';
import { formatDay } from '@/lib/format';
import { getGuestProjectName, guestUpdateOrder, listGuestUpdates } from '@/lib/guests/shown/queries';
import { pageLimit, pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';

const listPage = pageQuery(guestUpdateOrder).extend({ limit: pageLimit.default(20) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('guests.section'))('updates') };
}

export default async function GuestUpdatesPage({ params, searchParams }: PageProps<'/guest/projects/[id]/updates'>) {
  const guest = await forGuest('updates');
  const [id, filter] = await Promise.all([pageId(params), pageFilter(listPage, searchParams)]);
  const { project, updates } = await readGuestPage(guest, async (db) => ({
    project: await getGuestProjectName(db, id),
    updates: await listGuestUpdates(db, id, filter),
  }));
  noteVisit(guest, { place: 'project', recordId: id, name: project.name });
  const [t, locale] = await Promise.all([getTranslations('guests.shown'), getLocale()]);
  const address = paths.guest.updates(id);
  return (
    <>
      <GuestProjectHead project={project} sections={guest.sections} current="updates" />
      {updates.data.length === 0 && <p className="text-ink-soft">{t('empty')}</p>}
      <ol className="space-y-12">
        {updates.data.map(({ id: update, title, body, postedOn, authorName, isReport, photoIds }) => (
          <li key={update}>
            <article className="max-w-3xl">
              <h2 className="break-words text-xl leading-snug">{title}</h2>
              <p className="mt-1 flex flex-wrap items-center gap-3 text-sm text-ink-soft">
                {t('by', { name: authorName, date: formatDay(postedOn, locale, 'long') })}
                {isReport && <Badge tone="calm">{t('report')}</Badge>}
              </p>
              <p className="mt-2 max-w-prose whitespace-pre-line break-words leading-relaxed">{body}</p>
              {photoIds.length > 0 && (
                <ul className="mt-4 grid grid-cols-3 gap-2 sm:grid-cols-5">
                  {photoIds.map((photo) => (
                    <li key={photo}>
                      <a href={paths.guest.photo(photo, 'large')}>
                        <img
                          src={paths.guest.photo(photo, 'thumbnail')}
                          alt={t('photo', { date: formatDay(postedOn, locale) })}
                          loading="lazy"
                          className="aspect-square w-full rounded-field bg-sunken object-cover"
                        />
                      </a>
                    </li>
                  ))}
                </ul>
              )}
            </article>
          </li>
        ))}
      </ol>
      <Pagination
        firstHref={filter.cursor ? address : null}
        nextHref={updates.nextCursor ? withQuery(address, { cursor: updates.nextCursor }) : null}
      />
    </>
  );
}
