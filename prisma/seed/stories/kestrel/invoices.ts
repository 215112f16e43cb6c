import type { AccountEntryData, InvoiceData } from '@/prisma/seed/story';

// Taxes of New York: none on design, 8 % on goods in Columbia County.
export const invoices: InvoiceData[] = [
  {
    project: 'report',
    drafted: '2025-11-04',
    issued: '2025-11-05',
    termDays: 30,
    lines: [{ description: 'Annual report: concept and design, half', quantity: 1, unitPrice: '9250.00', taxPercent: 0 }],
    payments: [{ on: '2025-11-28', method: 'bank_transfer', reference: 'ACH 60112' }],
  },
  {
    project: 'report',
    drafted: '2026-01-19',
    issued: '2026-01-20',
    termDays: 30,
    lines: [
      { description: 'Annual report: design and photography, balance', quantity: 1, unitPrice: '9250.00', taxPercent: 0 },
      { description: 'Print of 3,000 copies, per thousand', quantity: 3, unitPrice: '2000.00', taxPercent: 8 },
      { description: 'Delivery in two loads', quantity: 2, unitPrice: '86.45', taxPercent: 8 },
    ],
    payments: [{ on: '2026-02-17', method: 'cheque', reference: 'Check 2207' }],
  },
  {
    project: 'report',
    drafted: '2026-02-09',
    issued: '2026-02-10',
    termDays: 30,
    lines: [{ description: 'Reprint of the report, copies', quantity: 500, unitPrice: '2.35', taxPercent: 8 }],
    voided: { on: '2026-02-12', reason: 'Issued for 500 copies; 480 were delivered. Replaced by a new invoice.' },
  },
  {
    project: 'report',
    drafted: '2026-02-12',
    issued: '2026-02-12',
    termDays: 30,
    lines: [{ description: 'Reprint of the report, copies', quantity: 480, unitPrice: '2.35', taxPercent: 8 }],
    payments: [{ on: '2026-03-13', method: 'bank_transfer', reference: 'ACH 61840' }],
  },
  {
    project: 'identity',
    drafted: '2026-03-30',
    issued: '2026-03-31',
    termDays: 30,
    lines: [{ description: 'Interviews and research', quantity: 1, unitPrice: '10200.00', taxPercent: 0 }],
    payments: [{ on: '2026-04-24', amount: '6000.00', method: 'bank_transfer', reference: 'ACH 62977' }],
  },
  {
    project: 'stand',
    drafted: '2026-04-14',
    issued: '2026-04-16',
    termDays: 30,
    lines: [{ description: 'Trade fair stand: concept', quantity: 1, unitPrice: '7280.00', taxPercent: 0 }],
    payments: [{ on: '2026-05-08', method: 'bank_transfer', reference: 'ACH 63310' }],
  },
  {
    project: 'identity',
    drafted: '2026-04-30',
    issued: '2026-05-01',
    termDays: 30,
    lines: [
      { description: 'Positioning', quantity: 1, unitPrice: '10200.00', taxPercent: 0 },
      { description: 'Workshop, travel to Albany', quantity: 1, unitPrice: '164.80', taxPercent: 0 },
    ],
  },
  {
    project: 'identity',
    drafted: '2026-06-09',
    issued: '2026-06-10',
    termDays: 30,
    lines: [
      { description: 'Mark and type, first half', quantity: 1, unitPrice: '10200.00', taxPercent: 0 },
      { description: 'Dummies of cartons, pieces', quantity: 24, unitPrice: '11.35', taxPercent: 8 },
    ],
  },
  {
    project: 'identity',
    drafted: '2026-06-17',
    termDays: 30,
    lines: [{ description: 'Mark and type, second half', quantity: 1, unitPrice: '10200.00', taxPercent: 0 }],
  },
];

export const accountEntries: AccountEntryData[] = [
  {
    client: 'bright',
    on: '2026-03-17',
    type: 'payment',
    method: 'bank_transfer',
    amount: '250.00',
    reference: 'ACH 61902',
    description: 'Booking fee for the fair, received on account',
  },
  {
    client: 'bright',
    on: '2026-04-13',
    type: 'refund',
    of: 'ACH 61902',
    amount: '250.00',
    reference: 'KS-R-1',
    description: 'Booking fee returned after the fair was cancelled',
  },
  {
    client: 'bright',
    on: '2026-05-06',
    type: 'adjustment',
    side: 'charge',
    amount: '35.00',
    reference: 'KS-A-1',
    description: 'Bank fee for a returned transfer',
  },
  {
    client: 'bright',
    on: '2026-05-22',
    type: 'adjustment',
    side: 'relief',
    amount: '120.00',
    reference: 'KS-A-2',
    description: 'Goodwill: late delivery of the reprint',
  },
];
