import { clientKinds } from '@/lib/clients/rule';
import type { ImportKind } from '@/lib/imports/rule';
import { paymentMethods } from '@/lib/invoices/payments/rule';
import { phaseStatuses } from '@/lib/projects/phases/rule';
import { projectStatuses } from '@/lib/projects/rule';
import { hoursShown } from '@/lib/time/rule';
import { tenantUserTypes } from '@/lib/users/rule';

/** How a cell is read (lib/imports/cells/rule.ts). `choice` is one of the values that a form would offer. */
export type CellType = 'text' | 'date' | 'decimal' | 'whole' | 'duration' | 'flag' | 'choice';

/** Every field of every kind, each with its name for people in the catalogue `imports.field`. */
export const fieldNames = [
  ...(['externalId', 'name', 'kind', 'email', 'phone', 'address', 'taxNumber', 'countryCode', 'currency'] as const),
  ...(['isActive', 'internalNotes', 'client', 'userType', 'locale', 'description', 'status', 'startsOn'] as const),
  ...(['endsOn', 'contractValue', 'contact', 'hoursShown', 'project', 'percent', 'weight'] as const),
  ...(['plannedStartOn', 'plannedEndOn', 'actualStartOn', 'actualEndOn', 'workedOn', 'minutes'] as const),
  ...(['billable', 'person', 'number', 'issuedOn', 'dueOn', 'quantity', 'unitPrice', 'taxRate'] as const),
  ...(['pricesIncludeTax', 'notes', 'invoice', 'amount', 'paidOn', 'method', 'reference', 'entryOn'] as const),
] as const;
export type FieldName = (typeof fieldNames)[number];

/** A field as programs and forms name it, in snake_case like every name of the API. */
export const apiNameOf = (name: FieldName): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const apiFieldNames = fieldNames.map(apiNameOf);
const byApiName = new Map(fieldNames.map((name) => [apiNameOf(name), name]));

/** The field of a name of the API; null for any other name. */
export const fromApiName = (name: string): FieldName | null => byApiName.get(name) ?? null;

export type ImportField = {
  name: FieldName;
  type: CellType;
  required: boolean;
  choices: readonly string[];
  /** What the row of the template holds: plain, as the API writes it. */
  example: string;
};

type Shape = [name: FieldName, type: CellType, example: string, more?: 'required' | readonly string[]];

const fieldOf = ([name, type, example, more]: Shape): ImportField => ({
  ...{ name, type, example, required: more === 'required' },
  choices: more === undefined || more === 'required' ? [] : more,
});

const shapes: Record<ImportKind, Shape[]> = {
  clients: [
    ['externalId', 'text', 'C-100'],
    ['name', 'text', 'Okafor residence', 'required'],
    ['kind', 'choice', 'household', clientKinds],
    ['email', 'text', 'jane@okafor.example'],
    ['phone', 'text', '+351 21 000 00 00'],
    ['address', 'text', '12 Harbour Street, Lisbon'],
    ['taxNumber', 'text', ''],
    ['countryCode', 'text', 'PT'],
    ['currency', 'text', 'EUR'],
    ['isActive', 'flag', 'yes'],
    ['internalNotes', 'text', ''],
  ],
  people: [
    ['externalId', 'text', 'P-100'],
    ['name', 'text', 'Jane Okafor', 'required'],
    ['email', 'text', 'jane@okafor.example', 'required'],
    ['client', 'text', 'C-100'],
    ['userType', 'choice', 'client', tenantUserTypes],
    ['phone', 'text', ''],
    ['locale', 'text', 'en-GB'],
    ['isActive', 'flag', 'yes'],
  ],
  projects: [
    ['externalId', 'text', 'J-100'],
    ['client', 'text', 'C-100', 'required'],
    ['name', 'text', 'Family house', 'required'],
    ['description', 'text', ''],
    ['status', 'choice', 'active', projectStatuses],
    ['address', 'text', '12 Harbour Street, Lisbon'],
    ['startsOn', 'date', '2026-03-02'],
    ['endsOn', 'date', '2027-05-28'],
    ['contractValue', 'decimal', '248000.00'],
    ['contact', 'text', 'jane@okafor.example'],
    ['hoursShown', 'choice', 'entries', hoursShown],
  ],
  phases: [
    ['externalId', 'text', 'J-100-1'],
    ['project', 'text', 'J-100', 'required'],
    ['client', 'text', ''],
    ['name', 'text', 'Foundations', 'required'],
    ['status', 'choice', 'in_progress', phaseStatuses],
    ['percent', 'whole', '60'],
    ['weight', 'whole', '2'],
    ['plannedStartOn', 'date', '2026-03-02'],
    ['plannedEndOn', 'date', '2026-04-30'],
    ['actualStartOn', 'date', '2026-03-04'],
    ['actualEndOn', 'date', ''],
  ],
  hours: [
    ['externalId', 'text', 'H-100'],
    ['project', 'text', 'J-100', 'required'],
    ['client', 'text', ''],
    ['workedOn', 'date', '2026-03-04', 'required'],
    ['minutes', 'duration', '7:30', 'required'],
    ['description', 'text', 'Excavation', 'required'],
    ['billable', 'flag', 'yes'],
    ['person', 'text', ''],
  ],
  invoices: [
    ['number', 'text', '2025-0042', 'required'],
    ['client', 'text', 'C-100', 'required'],
    ['project', 'text', 'J-100'],
    ['issuedOn', 'date', '2026-04-01', 'required'],
    ['dueOn', 'date', '2026-04-15'],
    ['description', 'text', 'First instalment'],
    ['quantity', 'decimal', '1'],
    ['unitPrice', 'decimal', '24800.00', 'required'],
    ['taxRate', 'decimal', '23'],
    ['pricesIncludeTax', 'flag', 'no'],
    ['notes', 'text', ''],
  ],
  payments: [
    ['externalId', 'text', 'B-100'],
    ['client', 'text', 'C-100'],
    ['invoice', 'text', '2025-0042'],
    ['amount', 'decimal', '30504.00', 'required'],
    ['paidOn', 'date', '2026-04-14', 'required'],
    ['method', 'choice', 'bank_transfer', paymentMethods],
    ['reference', 'text', ''],
  ],
  openings: [
    ['client', 'text', 'C-100', 'required'],
    ['amount', 'decimal', '1250.00', 'required'],
    ['entryOn', 'date', '2026-01-01', 'required'],
    ['description', 'text', ''],
    ['reference', 'text', ''],
  ],
};

/** The fields of each kind, in the order of its template. */
export const fieldsOf: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  clients: shapes.clients.map(fieldOf),
  people: shapes.people.map(fieldOf),
  projects: shapes.projects.map(fieldOf),
  phases: shapes.phases.map(fieldOf),
  hours: shapes.hours.map(fieldOf),
  invoices: shapes.invoices.map(fieldOf),
  payments: shapes.payments.map(fieldOf),
  openings: shapes.openings.map(fieldOf),
};

/** A field of a kind by its name; undefined for one that the kind does not have. */
export const fieldNamed = (kind: ImportKind, name: string | null): ImportField | undefined =>
  fieldsOf[kind].find((field) => field.name === name);
