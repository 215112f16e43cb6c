import { redirect } from 'next/navigation';
import { areaOf } from '@/lib/auth/session-cookie';
import { callingVisitor } from '@/lib/doors/action';
import { paths } from '@/lib/paths';

/** Redirects `/` to the user's area, or to sign-in. */
export default async function HomePage() {
  const { identity } = await callingVisitor();
  redirect(identity ? areaOf(identity.userType) : paths.signIn());
}
