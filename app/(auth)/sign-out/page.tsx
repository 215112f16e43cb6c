import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { signOutAction } from '@/app/(auth)/actions';
import { AuthShell } from '@/components/layout/auth-shell';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { pageVisitor } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.signOut'))('title') };
}

/** Signs out by button only: a GET that signs out could be triggered by an image on any site. */
export default async function SignOutPage() {
  const { identity } = await pageVisitor();
  const t = await getTranslations('auth.signOut');
  return (
    <AuthShell
      title={t('title')}
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
