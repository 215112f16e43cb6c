import { invalid } from '@/lib/errors';
import { parseInput } from '@/lib/forms/validation';
import { type Checked, recordsOf } from '@/lib/imports/records/checks';
import { references } from '@/lib/imports/records/queries';
import { filled, orProblems, placeIn, textOf } from '@/lib/imports/records/rule';
import { portalProblems } from '@/lib/users/rule';
import { createUserInput } from '@/lib/users/schemas';

/**
 * People without a password, by external id or address. A person of a client may use its portal at once; an invitation or an admin's
 * link gives them a password. A second run changes names, telephones and languages; the rest has rules of its own (lib/users).
 */
export const peopleKind = recordsOf({
  kind: 'people',
  table: {
    name: 'users',
    columns: {
      ...{ name: 'text', email: 'text', user_type: 'user_type', client_id: 'uuid', client_portal_enabled: 'boolean' },
      ...{ phone: 'text', locale: 'text', is_active: 'boolean' },
    },
  },
  fields: {
    ...({
      name: 'name',
      email: 'email',
      user_type: 'userType',
      client_id: 'client',
      client_portal_enabled: null,
    } as const),
    ...({ phone: 'phone', locale: 'locale', is_active: 'isActive' } as const),
  },
  fixed: ['email', 'user_type', 'client_id', 'is_active'],
  onlyNew: ['client_portal_enabled'],
  defaults: () => ({ user_type: 'client', is_active: true, client_portal_enabled: false }),
  check: async (db, rows, pass, problems) => {
    const clientOf = await references(db, pass, 'clients', rows, 'client');
    return rows.map((row): Checked | null => {
      const { line, values } = row;
      return orProblems(
        problems,
        placeIn('people', line, { clientId: 'client', clientPortalEnabled: 'client' }),
        () => {
          const named = textOf(row, 'client');
          const found = named === null ? null : clientOf(named);
          if (found && !('one' in found))
            throw invalid({ client: 'none' in found ? 'unknownClient' : 'importAmbiguous' });
          const clientId = found?.one.id ?? null;
          const userType = values.userType ?? 'client';
          const person = parseInput(createUserInput, { ...filled(row, 'client'), userType, clientId });
          const portal = {
            userType: person.userType,
            clientPortalEnabled: clientId !== null && userType === 'client',
            clientId,
          };
          const wrong = portalProblems(portal);
          if (Object.keys(wrong).length > 0) throw invalid(wrong);
          const data = {
            ...{ name: person.name, email: person.email, phone: person.phone ?? null, locale: person.locale ?? null },
            ...{ user_type: values.userType ? person.userType : undefined, client_id: clientId },
            client_portal_enabled: portal.clientPortalEnabled,
            is_active: person.isActive,
          };
          return { data, natural: person.email };
        },
      );
    });
  },
  adopts: true,
  byName: async (db, emails) => {
    const rows = await db.user.findMany({ where: { email: { in: emails } }, select: { id: true, email: true } });
    return new Map(rows.map(({ id, email }) => [email, [id]]));
  },
  referrers: [
    { what: 'signedIn', table: 'credentials', column: 'user_id' },
    { what: 'projects', table: 'projects', column: 'client_user_id' },
    { what: 'hours', table: 'time_entries', column: 'user_id' },
    { what: 'tickets', table: 'support_tickets', column: 'client_user_id' },
  ],
});
