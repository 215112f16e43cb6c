import { endsBeforeStart } from '@/lib/dates';
import type { ReadDb } from '@/lib/db/handles';
import { invalid } from '@/lib/errors';
import { parseInput } from '@/lib/forms/validation';
import { type Checked, recordsOf } from '@/lib/imports/records/checks';
import { references } from '@/lib/imports/records/queries';
import { filled, orProblems, placeIn, textOf } from '@/lib/imports/records/rule';
import { fromDecimal } from '@/lib/money';
import { createProjectInput } from '@/lib/projects/schemas';

/** Projects of clients, by external id, or by client and name. */
export const projectsKind = recordsOf({
  kind: 'projects',
  table: {
    name: 'projects',
    columns: {
      ...{ client_id: 'uuid', name: 'text', description: 'text', status: 'project_status', address: 'text' },
      ...{
        starts_on: 'date',
        ends_on: 'date',
        contract_value_minor: 'bigint',
        client_user_id: 'uuid',
        hours_shown: 'text',
      },
    },
  },
  fields: {
    ...({
      client_id: 'client',
      name: 'name',
      description: 'description',
      status: 'status',
      address: 'address',
    } as const),
    ...({ starts_on: 'startsOn', ends_on: 'endsOn', contract_value_minor: 'contractValue' } as const),
    ...({ client_user_id: 'contact', hours_shown: 'hoursShown' } as const),
  },
  fixed: ['client_id'],
  defaults: () => ({ status: 'planned', hours_shown: 'entries' }),
  check: async (db, rows, pass, problems) => {
    const clientOf = await references(db, pass, 'clients', rows, 'client');
    const personOf = await references(db, pass, 'people', rows, 'contact');
    return rows.map((row): Checked | null => {
      const { line, values } = row;
      return orProblems(problems, placeIn('projects', line, { clientId: 'client', clientUserId: 'contact' }), () => {
        const found = clientOf(textOf(row, 'client') ?? '');
        if (!('one' in found)) throw invalid({ client: 'none' in found ? 'unknownClient' : 'importAmbiguous' });
        const { id: clientId, currency } = found.one;
        const named = textOf(row, 'contact');
        const contact = named === null ? null : personOf(named);
        if (contact && !('one' in contact)) throw invalid({ contact: 'unknownPerson' });
        if (contact && contact.one.clientId !== clientId) throw invalid({ contact: 'otherClient' });
        const clientUserId = contact?.one.id ?? null;
        const project = parseInput(createProjectInput, { ...filled(row, 'client', 'contact'), clientId, clientUserId });
        const { name, description = null, address = null, startsOn = null, endsOn = null, contractValue } = project;
        if (endsBeforeStart(startsOn, endsOn)) throw invalid({ endsOn: 'endBeforeStart' });
        const value = contractValue ? fromDecimal(contractValue, currency) : null;
        if (contractValue && (value === null || value < 0n))
          throw invalid({ contractValue: { key: 'amount', params: { currency } } });
        const data = {
          ...{ client_id: clientId, name, description, address, starts_on: startsOn, ends_on: endsOn },
          ...{ client_user_id: clientUserId, contract_value_minor: value === null ? null : Number(value) },
          ...{
            status: values.status ? project.status : undefined,
            hours_shown: values.hoursShown ? project.hoursShown : undefined,
          },
        };
        return { data, natural: `${clientId}/${name}` };
      });
    });
  },
  byName: projectsByName,
  referrers: [
    { what: 'phases', table: 'phases', column: 'project_id' },
    { what: 'hours', table: 'time_entries', column: 'project_id' },
    { what: 'documents', table: 'documents', column: 'project_id' },
    { what: 'photos', table: 'photos', column: 'project_id' },
    { what: 'updates', table: 'project_updates', column: 'project_id' },
    { what: 'invoices', table: 'invoices', column: 'project_id' },
    { what: 'tickets', table: 'support_tickets', column: 'project_id' },
  ],
});

/** Projects by `client/name`. */
async function projectsByName(db: ReadDb, keys: string[]): Promise<Map<string, string[]>> {
  const names = keys.map((key) => key.slice(key.indexOf('/') + 1));
  const rows = await db.project.findMany({
    where: { name: { in: names } },
    select: { id: true, name: true, clientId: true },
  });
  const found = new Map<string, string[]>();
  for (const { id, name, clientId } of rows) {
    const key = `${clientId}/${name}`;
    found.set(key, [...(found.get(key) ?? []), id]);
  }
  return found;
}
