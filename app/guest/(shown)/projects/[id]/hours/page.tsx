import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GuestProjectHead } from '@/components/guests/guest-project-head';
import { EntryDays } from '@/components/hours/entry-days';
import { HoursSums } from '@/components/hours/hours-sums';
import { Pagination } from '@/components/ui/pagination';
import { forGuest, noteVisit, readGuestPage } from '@/lib/doors/guest';
import { pageFilter, pageId } from '@/lib/doors/page';
import { getGuestProjectName } from '@/lib/guests/shown/queries';
import { pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { listEntries, sumEntries } from '@/lib/time/queries';
import { timeOrder } from '@/lib/time/schemas';

const listPage = pageQuery(timeOrder);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('guests.section'))('hours') };
}

export default async function GuestHoursPage({ params, searchParams }: PageProps<'/guest/projects/[id]/hours'>) {
  const guest = await forGuest('hours');
  const [id, filter] = await Promise.all([pageId(params), pageFilter(listPage, searchParams)]);
  const { project, page, sums } = await readGuestPage(guest, async (db) => ({
    project: await getGuestProjectName(db, id),
    page: await listEntries(db, { ...filter, projectId: id }),
    sums: await sumEntries(db, { projectId: id }),
  }));
  noteVisit(guest, { place: 'hours', recordId: id, name: project.name });
  const [t, sections] = await Promise.all([getTranslations('guests.shown'), getTranslations('guests.section')]);
  const address = paths.guest.hours(id);
  return (
    <>
      <GuestProjectHead project={project} sections={guest.sections} current="hours" />
      {page.data.length === 0 ? (
        <p className="text-ink-soft">{t('empty')}</p>
      ) : (
        <>
          <h2 className="sr-only">{sections('hours')}</h2>
          <HoursSums totals={sums} />
          <EntryDays entries={page.data} showProject={false} asks={false} />
        </>
      )}
      <Pagination
        firstHref={filter.cursor ? address : null}
        nextHref={page.nextCursor ? withQuery(address, { cursor: page.nextCursor }) : null}
      />
    </>
  );
}
