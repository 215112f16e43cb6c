import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SearchPage } from '@/components/search/search-page';
import { clientUser } from '@/lib/authz/guards';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { searchRecords } from '@/lib/search/queries';
import { clientSearch } from '@/lib/search/schemas';

/** Before anything was asked the page has no question. */
const asked = clientSearch.partial({ q: true });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('search'))('title') };
}

export default async function ClientSearchPage({ searchParams }: PageProps<'/client/search'>) {
  const me = await forPage(clientUser);
  const { q, kinds, limit } = await pageFilter(asked, searchParams);
  const answer = q ? await readPage(me, (db) => searchRecords(db, { q, kinds, limit }, me)) : null;
  return <SearchPage area="client" question={q ?? null} kinds={kinds?.join()} answer={answer} />;
}
