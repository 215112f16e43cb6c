import { rao } from '@/prisma/seed/harbor-pine/people';
import { terrace, villa } from '@/prisma/seed/harbor-pine/rao/projects';
import { reduced, standard } from '@/prisma/seed/harbor-pine/rates';
import type { InvoiceStory, PostingStory } from '@/prisma/seed/story-money';

export const raoInvoices: InvoiceStory[] = [
  {
    project: villa,
    drafted: -117,
    issued: -116,
    termDays: 14,
    notes: 'Deposit, set off against the last invoice.',
    lines: [['Restoration, deposit of ten percent', 1_000n, 29_800_00n, reduced]],
    payments: [{ on: -109, method: 'bank_transfer', reference: 'RAO DEPOSIT' }],
  },
  {
    project: villa,
    drafted: -99,
    issued: -98,
    termDays: 30,
    lines: [
      ['Survey of the building fabric', 1_000n, 9_750_00n, reduced],
      ['Laboratory: mortar and lime samples', 7_000n, 84_90n, standard],
    ],
    payments: [{ on: -80, method: 'card', reference: 'Card ending 4410' }],
  },
  {
    project: villa,
    drafted: -64,
    issued: -62,
    termDays: 30,
    lines: [
      ['Structural repair, carpenters’ hours', 412_750n, 41_20n, reduced],
      ['Oak, steel shoes and fixings', 1_000n, 21_386_35n, reduced],
      ['Engineer: calculation and load test', 1_000n, 3_640_00n, standard],
    ],
    payments: [
      { on: -43, amountMinor: 20_000_00n, method: 'bank_transfer', reference: 'RAO STRUCTURE A' },
      { on: -22, amountMinor: 12_500_00n, method: 'bank_transfer', reference: 'RAO STRUCTURE B' },
    ],
  },
  {
    project: villa,
    drafted: -34,
    issued: -33,
    termDays: 14,
    lines: [
      ['Roof and drainage, first part', 1_000n, 31_200_00n, reduced],
      ['Scaffold, weeks', 6_500n, 389_90n, reduced],
      ['Tank for rainwater', 1_000n, 2_215_25n, standard],
    ],
  },
  {
    project: villa,
    drafted: -7,
    issued: -6,
    termDays: 30,
    lines: [
      ['Zinc gutters and downpipes, metres', 63_400n, 74_15n, reduced],
      ['Lime façade, work done before the pause', 1_000n, 11_860_00n, reduced],
    ],
  },
  {
    project: villa,
    drafted: -2,
    termDays: 30,
    lines: [
      ['Roof and drainage, second part', 1_000n, 22_400_00n, reduced],
      ['Cleaning of the hall tiles, hours', 26_250n, 38_50n, reduced],
    ],
  },
  {
    project: terrace,
    drafted: -57,
    issued: -56,
    termDays: 14,
    lines: [
      ['Survey and soil test', 1_000n, 2_950_00n, standard],
      ['Digger for the trial pits, hours', 5_250n, 68_50n, standard],
    ],
    payments: [{ on: -50, method: 'direct_debit', reference: 'SEPA 2291' }],
  },
];

/** What was made good, and what was passed on. */
export const raoPostings: PostingStory[] = [
  {
    client: rao,
    on: -27,
    entryType: 'adjustment',
    side: 'relief',
    amountMinor: 180_00n,
    description: 'Goodwill for the garden gate damaged by our delivery',
    reference: 'HP-A-002',
  },
  {
    client: rao,
    on: -9,
    entryType: 'adjustment',
    side: 'charge',
    amountMinor: 32_75n,
    description: 'Courier for the lime samples to the heritage office',
    reference: 'HP-A-004',
  },
];
