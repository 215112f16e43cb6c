import type { AdminActor } from '@/lib/authz/actor';
import { defineEdit } from '@/lib/edits/edit';
import { getBilling } from '@/lib/invoices/settings/queries';
import { type Billing, billingSections } from '@/lib/invoices/settings/schemas';

/** The form of one section: a change of another section is no conflict. */
const edit = (section: Partial<Record<keyof Billing, true>>) =>
  defineEdit<unknown, AdminActor, Billing>({
    table: 'tenants',
    id: (_, { tenantId }) => tenantId,
    read: (db, _, actor) => getBilling(db, actor),
    fields: (billing) => Object.fromEntries(Object.entries(billing).filter(([name]) => name in section)),
    events: { record: 'tenant', names: ['settings.billing_changed'] },
  });

/** The forms of the settings of invoices, by section. */
export const billingEdits = { numbers: edit(billingSections.numbers), payment: edit(billingSections.payment) };
