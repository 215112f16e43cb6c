import { useLocale, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { formatInstant } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { UserDetail } from '@/lib/users/schemas';

/** The page of a person who was erased: what is left is the stand-in of their name. */
export function ErasedUser({ user, timeZone }: { user: UserDetail; timeZone: string }) {
  const t = useTranslations('erasure');
  const list = useTranslations('users.list');
  const type = useTranslations('terms.userType');
  const locale = useLocale();
  const { id, name, userType, erasedAt } = user;
  return (
    <>
      <PageHeader
        title={name}
        eyebrow={type(userType)}
        trail={[{ href: paths.admin.users.list, label: list('title') }]}
        actions={<LinkButton href={paths.admin.eraseUser(id)}>{t('openProtocol')}</LinkButton>}
      />
      <Alert>{t('erasedNote', { at: erasedAt ? formatInstant(new Date(erasedAt), { locale, timeZone }) : '' })}</Alert>
    </>
  );
}
