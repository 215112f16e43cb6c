import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { List, ListRow } from '@/components/ui/list';
import { formatInstant } from '@/lib/format';
import type { TenantDetail } from '@/lib/tenants/schemas';

/** The users of a tenant, limited to the data that the operator may see. */
export function TenantPeople({ people, locale }: { people: TenantDetail['users']; locale: string }) {
  const t = useTranslations('platform.tenants');
  const type = useTranslations('terms.userType');
  return (
    <List label={t('people')}>
      {people.map((person) => (
        <ListRow
          key={person.id}
          start={<Avatar name={person.name} />}
          title={person.name}
          detail={
            <>
              <p className="two-lines">
                {type(person.userType)} · {person.email}
              </p>
              <p className="text-ink-faint">
                {person.lastSignInAt
                  ? t('lastSignIn', {
                      date: formatInstant(new Date(person.lastSignInAt), { locale, timeZone: 'UTC' }, 'date'),
                    })
                  : t('neverSignedIn')}
              </p>
            </>
          }
          end={!person.isActive && <Badge tone="warn">{t('inactive')}</Badge>}
        />
      ))}
    </List>
  );
}
