import type { Actor } from '@/lib/authz/actor';
import { getClient } from '@/lib/clients/queries';
import type { ClientDetail } from '@/lib/clients/schemas';
import { defineEdit } from '@/lib/edits/edit';

/** The form of a client. */
export const clientEdit = defineEdit<{ id: string }, Actor, ClientDetail>({
  table: 'clients',
  id: ({ id }) => id,
  read: getClient,
  fields: ({ name, kind, currency, email, phone, address, taxNumber, countryCode, internalNotes }) => {
    return { name, kind, currency, email, phone, address, taxNumber, countryCode, internalNotes };
  },
  events: { record: 'client', names: ['client.created', 'client.changed'] },
});
