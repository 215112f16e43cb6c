import { ChartNoAxesGantt, FileText, FolderOpen, House, Images, Settings } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { signOutAction } from '@/app/(auth)/actions';
import { ClientShell } from '@/components/layout/client-shell';
import { SignOutButton } from '@/components/layout/sign-out-button';
import { clientUser } from '@/lib/authz/guards';
import { forPage } from '@/lib/doors/page';
import { paths } from '@/lib/paths';

/** Renders the client shell in the tenant's colour. Each page has its own guard, because a layout does not run on every navigation. */
export default async function ClientLayout({ children }: { children: ReactNode }) {
  const me = await forPage(clientUser);
  const t = await getTranslations('client.nav');
  const { home, projects, documents, gallery, progress, settings } = paths.client;
  const nav = [
    { href: home, label: t('home'), icon: <House aria-hidden="true" />, exact: true },
    { href: projects, label: t('projects'), icon: <FolderOpen aria-hidden="true" /> },
    { href: documents, label: t('documents'), icon: <FileText aria-hidden="true" /> },
    { href: gallery, label: t('photos'), icon: <Images aria-hidden="true" /> },
    { href: progress, label: t('progress'), icon: <ChartNoAxesGantt aria-hidden="true" /> },
    { href: settings, label: t('settings'), icon: <Settings aria-hidden="true" /> },
  ];
  const signOut = (
    <form action={signOutAction}>
      <SignOutButton>{t('signOut')}</SignOutButton>
    </form>
  );
  const account = { name: me.name, email: me.email, links: [{ href: settings, label: t('settings') }], signOut };
  return (
    <ClientShell tenant={me.tenant} home={home} nav={nav} account={account}>
      {children}
    </ClientShell>
  );
}
