import { Messages } from '@/components/layout/messages';
import { type BellProps, NoticeBell } from '@/components/notices/notice-bell';
import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import { pageView, pageVisitor } from '@/lib/doors/page';
import { readingMoment } from '@/lib/live/moment';
import { paths } from '@/lib/paths';

type Props = { me: ClientActor | TeamActor; area: 'client' | 'admin'; opened: BellProps['opened'] };

/** The bell of an area's frame, with the number that came with the identification. */
export async function NoticeTool({ me, area, opened }: Props) {
  const { unread = 0 } = (await pageView())?.seen ?? (await pageVisitor()).identity ?? {};
  return (
    <Messages for={['notices.bell']}>
      <NoticeBell
        userId={me.userId}
        unread={unread}
        timeZone={me.tenant.timeZone}
        href={paths[area].notifications}
        list={paths.files.notifications(area)}
        live={paths.files.live}
        since={readingMoment()}
        opened={opened}
      />
    </Messages>
  );
}
