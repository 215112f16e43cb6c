import { redirect } from 'next/navigation';
import { areaOf } from '@/lib/auth/session-cookie';
import { callingVisitor } from '@/lib/doors/action';
import { paths } from '@/lib/paths';

/** The address people type: it leads to their own wing, or to sign-in. */
export default async function HomePage() {
  const { identity } = await callingVisitor();
  redirect(identity ? areaOf(identity.userType) : paths.signIn());
}
