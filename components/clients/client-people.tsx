import { Avatar } from '@/components/ui/avatar';
import { List, ListRow } from '@/components/ui/list';
import { type AccessActions, AccessMend } from '@/components/users/access-mend';
import { PortalBadge } from '@/components/users/portal-badge';
import { paths } from '@/lib/paths';
import type { UserDetail } from '@/lib/users/schemas';

/** The people of one client, each with its portal access, or the reason why not and the button that ends it. */
export function ClientPeople({
  people,
  label,
  actions,
}: {
  people: UserDetail[];
  label: string;
  actions: AccessActions;
}) {
  return (
    <List label={label}>
      {people.map((person) => (
        <ListRow
          key={person.id}
          href={paths.admin.users.show(person.id)}
          start={<Avatar name={person.name} />}
          title={person.name}
          detail={person.email}
          end={
            <span className="flex flex-wrap items-center justify-end gap-x-3 gap-y-2">
              <PortalBadge user={person} withClient={false} />
              {person.refusal && (
                <AccessMend
                  refusal={person.refusal}
                  userId={person.id}
                  clientId={person.client?.id ?? null}
                  actions={actions}
                />
              )}
            </span>
          }
        />
      ))}
    </List>
  );
}
