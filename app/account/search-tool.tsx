import { useTranslations } from 'next-intl';
import { Messages } from '@/components/layout/messages';
import { SearchTool as Tool } from '@/components/search/search-tool';
import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import { paths } from '@/lib/paths';

/** The way to the search in an area's frame. */
export function SearchTool({ me }: { me: ClientActor | TeamActor }) {
  const t = useTranslations('search');
  const { userType, userId } = me;
  const area = userType === 'client' ? 'client' : 'admin';
  return (
    <Messages
      for={['search.title', 'search.kinds', 'search.do', 'search.box', 'search.page.field', 'search.page.draft']}
    >
      <Tool
        label={t('title')}
        userId={userId}
        page={paths[area].search()}
        list={paths.files.search(area)}
        team={userType === 'client' ? null : userType}
      />
    </Messages>
  );
}
