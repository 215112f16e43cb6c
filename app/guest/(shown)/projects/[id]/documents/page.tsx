import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { GuestProjectHead } from '@/components/guests/guest-project-head';
import { List, ListRow } from '@/components/ui/list';
import { Pagination } from '@/components/ui/pagination';
import { listClientDocuments } from '@/lib/documents/queries';
import { clientDocumentOrder } from '@/lib/documents/schemas';
import { forGuest, noteVisit, readGuestPage } from '@/lib/doors/guest';
import { pageFilter, pageId } from '@/lib/doors/page';
import { dayOf, formatDay } from '@/lib/format';
import { getGuestProjectName } from '@/lib/guests/shown/queries';
import { pageQuery } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';

const listPage = pageQuery(clientDocumentOrder);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('guests.section'))('documents') };
}

export default async function GuestDocumentsPage({
  params,
  searchParams,
}: PageProps<'/guest/projects/[id]/documents'>) {
  const guest = await forGuest('documents');
  const [id, filter] = await Promise.all([pageId(params), pageFilter(listPage, searchParams)]);
  const { project, documents } = await readGuestPage(guest, async (db) => ({
    project: await getGuestProjectName(db, id),
    documents: await listClientDocuments(db, { ...filter, projectId: id }, { known: true }),
  }));
  noteVisit(guest, { place: 'documents', recordId: id, name: project.name });
  const [t, locale] = await Promise.all([getTranslations('guests.shown'), getLocale()]);
  const address = paths.guest.documents(id);
  return (
    <>
      <GuestProjectHead project={project} sections={guest.sections} current="documents" />
      {documents.data.length === 0 && <p className="text-ink-soft">{t('empty')}</p>}
      <List>
        {documents.data.map(({ id: document, title, documentTypeName, fileName, publishedAt }) => (
          <ListRow
            key={document}
            title={title}
            detail={`${documentTypeName} · ${formatDay(dayOf(new Date(publishedAt), guest.tenant.timeZone), locale)} · ${fileName}`}
            end={
              <a href={paths.guest.document(document)} className="link inline-flex min-h-11 items-center" download>
                {t('download')}
              </a>
            }
          />
        ))}
      </List>
      <Pagination
        firstHref={filter.cursor ? address : null}
        nextHref={documents.nextCursor ? withQuery(address, { cursor: documents.nextCursor }) : null}
      />
    </>
  );
}
