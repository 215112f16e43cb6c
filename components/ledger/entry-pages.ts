import type { EntryPages } from '@/components/ledger/entry-rows';
import { paths } from '@/lib/paths';

const { client, admin } = paths;

/** The pages of what entries refer to, for clients and for the business. */
export const clientPages: EntryPages = { invoice: client.invoice, creditNote: client.creditNote };
export const teamPages: EntryPages = {
  ...{ invoice: admin.invoices.show, creditNote: admin.creditNotes.show, payment: admin.payments.show },
  explain: (id) => admin.explain('ledger_entry', id),
};
