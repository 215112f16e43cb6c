import { redirect } from 'next/navigation';
import { platformUser } from '@/lib/authz/guards';
import { forPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

/** The operator's start is the list of businesses. */
export default async function PlatformPage() {
  await forPage(platformUser);
  redirect(paths.platform.tenants.list);
}
