import { redirect } from 'next/navigation';
import { wingOf } from '@/lib/auth/session-cookie';
import { callingVisitor } from '@/lib/doors/action';
import { paths } from '@/lib/paths';

/** The address people type: it leads to their own wing, or to sign-in. */
export default async function HomePage() {
  const { standing } = await callingVisitor();
  redirect(standing ? wingOf(standing.userType) : paths.signIn());
}
