import { clientUser } from '@/lib/authz/guards';
import { forPage } from '@/lib/doors/page';

/** The floor of a page of the client area: guard and shell, nothing to read. */
export default async function GuardedPage() {
  await forPage(clientUser);
  return <p>guarded</p>;
}
