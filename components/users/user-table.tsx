import { useLocale, useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { Name } from '@/components/ui/name';
import { PortalBadge } from '@/components/users/portal-badge';
import { formatInstant } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { UserDetail } from '@/lib/users/schemas';

/** The users of the tenant and its clients, with type, access and last sign-in. */
export function UserTable({ users, timeZone }: { users: UserDetail[]; timeZone: string }) {
  const t = useTranslations('users');
  const type = useTranslations('terms.userType');
  const locale = useLocale();
  return (
    <DataTable
      caption={t('list.title')}
      rows={users}
      rowKey={(user) => user.id}
      rowHref={(user) => paths.admin.users.show(user.id)}
      columns={[
        { key: 'name', label: t('list.column.name'), cell: (user) => <Person user={user} /> },
        { key: 'email', label: t('list.column.email'), cell: (user) => <Address user={user} /> },
        { key: 'type', label: t('list.column.type'), width: 'md:w-32', cell: (user) => type(user.userType) },
        { key: 'portal', label: t('list.column.portal'), cell: (user) => <Portal user={user} /> },
        {
          key: 'lastSignIn',
          label: t('list.column.lastSignIn'),
          width: 'md:w-32',
          wideOnly: true,
          align: 'end',
          cell: ({ lastSignInAt }) =>
            lastSignInAt ? (
              <span className="whitespace-nowrap">
                {formatInstant(new Date(lastSignInAt), { locale, timeZone }, 'date')}
              </span>
            ) : (
              <span className="text-ink-faint">{t('state.never')}</span>
            ),
        },
      ]}
    />
  );
}

function Person({ user: { name, isActive, erasedAt } }: { user: UserDetail }) {
  const t = useTranslations('users.state');
  const erasure = useTranslations('erasure');
  return (
    <span className="flex items-center gap-3">
      <Avatar name={name} size="small" />
      <Name badge={!isActive && <Badge tone="warn">{erasedAt ? erasure('badge') : t('inactive')}</Badge>}>{name}</Name>
    </span>
  );
}

function Address({ user: { email, mailRefusedAt, erasedAt } }: { user: UserDetail }) {
  const t = useTranslations('users.refused');
  if (erasedAt) return '–';
  if (!mailRefusedAt) return email;
  return <Name badge={<Badge tone="warn">{t('badge')}</Badge>}>{email}</Name>;
}

/** Omits the account's state, which is shown next to the name. */
function Portal({ user }: { user: UserDetail }) {
  if (user.userType !== 'client' || user.refusal === 'userInactive')
    return <span className="two-lines">{user.client?.name ?? '–'}</span>;
  return <PortalBadge user={user} />;
}
