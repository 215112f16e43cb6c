import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { signOutAction } from '@/app/(auth)/actions';
import { titled } from '@/app/(auth)/titled';
import { AuthShell } from '@/components/layout/auth-shell';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { areaOf } from '@/lib/auth/session-cookie';
import { anyUser } from '@/lib/authz/guards';
import type { Visitor } from '@/lib/authz/identity';
import { pageFace, pageVisitor } from '@/lib/doors/page';
import { AppError, type Reason } from '@/lib/errors';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  const { identity } = await pageVisitor();
  return titled((await getTranslations('auth.noAccess'))('title'), await pageFace(identity?.slug ?? null));
}

/** Explains a guard's refusal. Asks the guard again, because the state may have changed since the redirect. */
export default async function NoAccessPage() {
  const visitor = await pageVisitor();
  const { identity } = visitor;
  if (!identity?.isActive) redirect(paths.signIn());
  const t = await getTranslations('auth.noAccess');
  const reasons = await getTranslations('errors.reason');
  const refused = refusalOf(visitor);
  return (
    <AuthShell title={t('title')} lead={reasons(refused ?? 'wrongUserType')} face={await pageFace(identity.slug)}>
      <p className="text-ink-soft">{t('as', { email: identity.email })}</p>
      {refused && <p className="mt-2 text-ink-soft">{t('ask')}</p>}
      <div className="mt-8 flex flex-wrap gap-3">
        {!refused && (
          <LinkButton look="primary" href={areaOf(identity.userType)}>
            {t('home')}
          </LinkButton>
        )}
        <form action={signOutAction}>
          <Button type="submit">{t('signOut')}</Button>
        </form>
      </div>
    </AuthShell>
  );
}

/** The reason why the user has no access to the portal at all; null when only the requested area is not theirs. */
function refusalOf(visitor: Visitor): Reason['key'] | null {
  try {
    anyUser(visitor);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.reason?.key ?? 'wrongUserType';
    throw error;
  }
}
