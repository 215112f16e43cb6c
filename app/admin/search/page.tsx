import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SearchPage } from '@/components/search/search-page';
import { teamMember } from '@/lib/authz/guards';
import { forPage, pageFilter, readPage } from '@/lib/doors/page';
import { type ActionKey, actionAsked, actionKeys, actionsFor } from '@/lib/search/actions/rule';
import { searchRecords } from '@/lib/search/queries';
import { teamSearch } from '@/lib/search/schemas';

/** Before anything was asked the page has no question. */
const asked = teamSearch.partial({ q: true });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('search'))('title') };
}

export default async function AdminSearchPage({ searchParams }: PageProps<'/admin/search'>) {
  const me = await forPage(teamMember);
  const { q, kinds, limit } = await pageFilter(asked, searchParams);
  const t = await getTranslations('search.do');
  const phrase = (key: ActionKey) => t(key, { name: '' });
  const phrases = Object.fromEntries(actionKeys.map((key) => [key, phrase(key)])) as Record<ActionKey, string>;
  const action = q && !kinds ? actionAsked(q, phrases) : null;
  const search = action ? { q: action.rest, kinds: ['client'] as const, limit } : q ? { q, kinds, limit } : null;
  const answer = search ? await readPage(me, (db) => searchRecords(db, search, me)) : null;
  const actions = answer ? actionsFor(answer.data, me.userType === 'admin', action?.key) : [];
  return <SearchPage area="admin" question={q ?? null} {...{ kinds: kinds?.join(), answer, actions }} />;
}
