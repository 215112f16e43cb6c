import { createClientInput } from '@/lib/clients/schemas';
import { parseInput } from '@/lib/forms/validation';
import { type RowData, recordsOf } from '@/lib/imports/records/checks';
import { filled, orProblems, placeIn } from '@/lib/imports/records/rule';

const fields = {
  ...({
    name: 'name',
    kind: 'kind',
    email: 'email',
    phone: 'phone',
    address: 'address',
    tax_number: 'taxNumber',
  } as const),
  ...({
    country_code: 'countryCode',
    currency: 'currency',
    is_active: 'isActive',
    internal_notes: 'internalNotes',
  } as const),
};

/** Clients, by external id or name. */
export const clientsKind = recordsOf({
  kind: 'clients',
  table: {
    name: 'clients',
    columns: {
      ...{ name: 'text', kind: 'client_kind', email: 'text', phone: 'text', address: 'text', tax_number: 'text' },
      ...{ country_code: 'char(2)', currency: 'char(3)', is_active: 'boolean', internal_notes: 'text' },
    },
  },
  fields,
  fixed: ['currency'],
  defaults: ({ actor }) => ({ kind: 'household', currency: actor.tenant.currency, is_active: true }),
  check: async (_db, rows, _pass, problems) =>
    rows.map((row) => {
      const client = orProblems(problems, placeIn('clients', row.line), () =>
        parseInput(createClientInput, filled(row)),
      );
      if (!client) return null;
      const { name, email = null, phone = null, address = null, taxNumber = null, countryCode = null } = client;
      const data: RowData = {
        ...{ name, email, phone, address, tax_number: taxNumber, country_code: countryCode },
        ...{ kind: row.values.kind ? client.kind : undefined, currency: client.currency ?? undefined },
        is_active: typeof row.values.isActive === 'boolean' ? row.values.isActive : undefined,
        internal_notes: client.internalNotes ?? null,
      };
      return { data, natural: name };
    }),
  byName: async (db, names) => {
    const rows = await db.client.findMany({ where: { name: { in: names } }, select: { id: true, name: true } });
    return new Map(names.map((name) => [name, rows.filter((row) => row.name === name).map(({ id }) => id)]));
  },
  referrers: [
    { what: 'people', table: 'users', column: 'client_id' },
    { what: 'projects', table: 'projects', column: 'client_id' },
    { what: 'invoices', table: 'invoices', column: 'client_id' },
    { what: 'payments', table: 'payments', column: 'client_id' },
    { what: 'entries', table: 'ledger_entries', column: 'party_id' },
  ],
});
