import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { signOutAction } from '@/app/(auth)/actions';
import { titled } from '@/app/(auth)/titled';
import { AuthShell } from '@/components/layout/auth-shell';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { pageFace, pageVisitor } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

/** The business of whoever is signed in, or else the remembered one. */
async function faceHere() {
  const { identity } = await pageVisitor();
  return pageFace(identity ? identity.slug : undefined);
}

export async function generateMetadata(): Promise<Metadata> {
  return titled((await getTranslations('auth.signOut'))('title'), await faceHere());
}

/** Signs out by button only: a GET that signs out could be triggered by an image on any site. */
export default async function SignOutPage() {
  const { identity } = await pageVisitor();
  const t = await getTranslations('auth.signOut');
  return (
    <AuthShell
      title={t('title')}
      face={await faceHere()}
      lead={identity ? t('lead', { name: identity.name }) : t('leadUnknown')}
      footer={<TextLink href={paths.home}>{t('back')}</TextLink>}
    >
      <form action={signOutAction}>
        <Button type="submit" look="primary">
          {t('submit')}
        </Button>
      </form>
    </AuthShell>
  );
}
