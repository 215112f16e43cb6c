import { redirect } from 'next/navigation';
import { areaOf } from '@/lib/auth/session-cookie';
import { pageVisitor } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

/** Redirects `/` to the user's area, or to sign-in. */
export default async function HomePage() {
  const { identity } = await pageVisitor();
  redirect(identity ? areaOf(identity.userType) : paths.signIn());
}
