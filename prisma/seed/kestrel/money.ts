import { brightFoods } from '@/prisma/seed/kestrel/people';
import { annualReport, identity, stand } from '@/prisma/seed/kestrel/projects';
import type { InvoiceStory, PostingStory } from '@/prisma/seed/story-money';

// New York: design is not taxed, printed goods are, at 8 % in Columbia County.
const goods = 800;
const none = 0;

export const invoices: InvoiceStory[] = [
  {
    project: annualReport,
    drafted: -163,
    issued: -162,
    termDays: 30,
    lines: [['Annual report: concept and design, half', 1_000n, 9_250_00n, none]],
    payments: [{ on: -145, method: 'bank_transfer', reference: 'ACH 60112' }],
  },
  {
    project: annualReport,
    drafted: -109,
    issued: -108,
    termDays: 30,
    lines: [
      ['Annual report: design and photography, balance', 1_000n, 9_250_00n, none],
      ['Print of 3,000 copies, per thousand', 3_000n, 2_000_00n, goods],
      ['Delivery in two loads', 2_000n, 86_45n, goods],
    ],
    payments: [{ on: -88, method: 'cheque', reference: 'Check 2207' }],
  },
  {
    project: annualReport,
    drafted: -94,
    issued: -93,
    termDays: 30,
    lines: [['Reprint of the report, copies', 500_000n, 2_35n, goods]],
    voided: { on: -91, reason: 'Issued for 500 copies; 480 were delivered. Replaced by a new invoice.' },
  },
  {
    project: annualReport,
    drafted: -91,
    issued: -91,
    termDays: 30,
    lines: [['Reprint of the report, copies', 480_000n, 2_35n, goods]],
    payments: [{ on: -70, method: 'bank_transfer', reference: 'ACH 61840' }],
  },
  {
    project: identity,
    drafted: -59,
    issued: -58,
    termDays: 30,
    lines: [['Interviews and research', 1_000n, 10_200_00n, none]],
    payments: [{ on: -40, amountMinor: 6_000_00n, method: 'bank_transfer', reference: 'ACH 62977' }],
  },
  {
    project: stand,
    drafted: -48,
    issued: -46,
    termDays: 30,
    lines: [['Trade fair stand: concept', 1_000n, 7_280_00n, none]],
    payments: [{ on: -30, method: 'bank_transfer', reference: 'ACH 63310' }],
  },
  {
    project: identity,
    drafted: -36,
    issued: -35,
    termDays: 30,
    lines: [
      ['Positioning', 1_000n, 10_200_00n, none],
      ['Workshop, travel to Albany', 1_000n, 164_80n, none],
    ],
  },
  {
    project: identity,
    drafted: -8,
    issued: -7,
    termDays: 30,
    lines: [
      ['Mark and type, first half', 1_000n, 10_200_00n, none],
      ['Dummies of cartons, pieces', 24_000n, 11_35n, goods],
    ],
  },
  {
    project: identity,
    drafted: -2,
    termDays: 30,
    lines: [['Mark and type, second half', 1_000n, 10_200_00n, none]],
  },
];

export const postings: PostingStory[] = [
  {
    client: brightFoods,
    on: -68,
    entryType: 'payment',
    method: 'bank_transfer',
    amountMinor: 250_00n,
    description: 'Booking fee for the fair, received on account',
    reference: 'ACH 61902',
  },
  {
    client: brightFoods,
    on: -49,
    entryType: 'refund',
    amountMinor: 250_00n,
    description: 'Booking fee returned after the fair was cancelled',
    reference: 'KS-R-1',
  },
  {
    client: brightFoods,
    on: -32,
    entryType: 'adjustment',
    side: 'charge',
    amountMinor: 35_00n,
    description: 'Bank fee for a returned transfer',
    reference: 'KS-A-1',
  },
  {
    client: brightFoods,
    on: -20,
    entryType: 'adjustment',
    side: 'relief',
    amountMinor: 120_00n,
    description: 'Goodwill: late delivery of the reprint',
    reference: 'KS-A-2',
  },
];
