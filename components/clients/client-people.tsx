import { Avatar } from '@/components/ui/avatar';
import { List, ListRow } from '@/components/ui/list';
import { PortalBadge } from '@/components/users/portal-badge';
import { paths } from '@/lib/paths';
import type { UserDetail } from '@/lib/users/schemas';

/** The people of one client, each with its portal access. */
export function ClientPeople({ people, label }: { people: UserDetail[]; label: string }) {
  return (
    <List label={label}>
      {people.map((person) => (
        <ListRow
          key={person.id}
          href={paths.admin.users.show(person.id)}
          start={<Avatar name={person.name} />}
          title={person.name}
          detail={<span className="[overflow-wrap:anywhere]">{person.email}</span>}
          end={<PortalBadge user={person} withClient={false} />}
        />
      ))}
    </List>
  );
}
