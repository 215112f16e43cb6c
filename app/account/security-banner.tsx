import { seeNoticeAction } from '@/app/account/actions';
import { NoticeBanner } from '@/components/account/notice-banner';
import type { Actor } from '@/lib/authz/actor';
import { pageView, pageVisitor } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

const accountPages = {
  client: paths.client.settings,
  staff: paths.admin.account,
  admin: paths.admin.account,
  super_admin: paths.platform.account,
} as const;

/** The open notice about the user's password, which came with the identity; for the layout of each area. */
export async function SecurityBanner({ me }: { me: Actor }) {
  const { notice } = (await pageView())?.seen ?? (await pageVisitor()).identity ?? {};
  if (!notice) return null;
  const timeZone = me.userType === 'super_admin' ? 'UTC' : me.tenant.timeZone;
  return (
    <NoticeBanner notice={notice} timeZone={timeZone} accountHref={accountPages[me.userType]} see={seeNoticeAction} />
  );
}
