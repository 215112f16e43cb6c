import { redirect } from 'next/navigation';
import { platformUser } from '@/lib/authz/guards';
import { forPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

/** The platform area starts with the list of tenants. */
export default async function PlatformPage() {
  await forPage(platformUser);
  redirect(paths.platform.tenants.list);
}
