import { house, kitchen, pavilion } from '@/prisma/seed/harbor-pine/okafor/projects';
import { okafor } from '@/prisma/seed/harbor-pine/people';
import { reduced, standard, untaxed } from '@/prisma/seed/harbor-pine/rates';
import type { InvoiceStory, PostingStory } from '@/prisma/seed/story-money';

export const okaforInvoices: InvoiceStory[] = [
  {
    project: kitchen,
    drafted: -287,
    issued: -286,
    termDays: 14,
    notes: 'Forty percent with the order, as agreed in the contract.',
    lines: [
      ['Materials and cabinets, instalment with the order', 1_000n, 9_120_00n, standard],
      ['Labour, instalment with the order', 1_000n, 6_240_00n, reduced],
    ],
    payments: [{ on: -280, method: 'bank_transfer', reference: 'OKAFOR KITCHEN 1' }],
  },
  {
    project: kitchen,
    drafted: -214,
    issued: -212,
    termDays: 30,
    lines: [
      ['Materials and cabinets, balance', 1_000n, 13_680_00n, standard],
      ['Labour, balance', 1_000n, 9_360_00n, reduced],
      ['Extra socket circuit, as ordered on site', 7_250n, 46_50n, reduced],
      ['Worktop: credit for the shorter return', 1_000n, -312_40n, standard],
    ],
    payments: [{ on: -196, method: 'bank_transfer', reference: 'OKAFOR KITCHEN 2' }],
  },
  {
    project: house,
    drafted: -142,
    issued: -140,
    termDays: 30,
    lines: [
      ['Design, structure and energy certificate', 1_000n, 18_400_00n, standard],
      ['Survey of the plot, hours', 6_500n, 58_00n, standard],
      ['Municipal fees paid on your behalf', 1_000n, 1_284_50n, untaxed],
    ],
    payments: [{ on: -122, method: 'bank_transfer', reference: 'LOTE 7 DESIGN' }],
  },
  {
    project: house,
    drafted: -91,
    issued: -90,
    termDays: 30,
    lines: [
      ['Groundworks and foundation, stage price', 1_000n, 49_500_00n, standard],
      ['Rock excavation beyond the allowance, m³', 18_400n, 62_35n, standard],
    ],
    payments: [{ on: -72, method: 'bank_transfer', reference: 'LOTE 7 GROUND' }],
  },
  {
    project: house,
    drafted: -48,
    issued: -47,
    termDays: 30,
    lines: [
      ['Frame and walls, stage price', 1_000n, 82_500_00n, standard],
      ['Reinforced joists below the study, as ordered', 1_000n, 1_145_00n, standard],
    ],
    payments: [
      { on: -34, amountMinor: 50_000_00n, method: 'bank_transfer', reference: 'LOTE 7 FRAME 1/2' },
      { on: -26, method: 'bank_transfer', reference: 'LOTE 7 FRAME 2/2' },
    ],
  },
  {
    project: house,
    drafted: -29,
    issued: -28,
    termDays: 14,
    lines: [['Roof, stage price with new clay tiles', 1_000n, 51_900_00n, standard]],
    voided: {
      on: -26,
      reason: 'Priced with clay tiles; the signed change order says recycled tiles. Replaced by a new invoice.',
    },
  },
  {
    project: house,
    drafted: -26,
    issued: -25,
    termDays: 14,
    notes: 'Replaces the voided invoice for the roof. With our apologies.',
    lines: [
      ['Roof, stage price with recycled tiles', 1_000n, 49_500_00n, standard],
      ['Spare tiles, pieces', 140_000n, 95n, standard],
    ],
    payments: [{ on: -13, amountMinor: 40_000_00n, method: 'bank_transfer', reference: 'LOTE 7 ROOF PART' }],
  },
  {
    project: house,
    drafted: -15,
    issued: -14,
    termDays: 30,
    lines: [
      ['Windows and outer doors, first instalment', 1_000n, 24_750_00n, standard],
      ['Insect screens for the bedrooms, pieces', 4_000n, 118_75n, standard],
    ],
    payments: [{ on: -5, amountMinor: 15_000_00n, method: 'bank_transfer', reference: 'LOTE 7 WINDOWS PART' }],
  },
  {
    project: house,
    drafted: -4,
    issued: -3,
    termDays: 30,
    lines: [
      ['Electricity, water and heating, first instalment', 1_000n, 28_875_00n, standard],
      ['Network point in the study', 1_000n, 48_00n, standard],
    ],
  },
  {
    project: house,
    drafted: -1,
    termDays: 30,
    notes: 'To be issued when the front door is hung.',
    lines: [['Windows and outer doors, second instalment', 1_000n, 16_500_00n, standard]],
  },
  {
    project: pavilion,
    drafted: -16,
    termDays: 14,
    notes: 'Deposit; waits for the signed contract.',
    lines: [['Garden pavilion, ten percent with the order', 1_000n, 4_620_00n, standard]],
  },
];

/** A transfer made twice and its refund, a return, and a fee passed on. */
export const okaforPostings: PostingStory[] = [
  {
    client: okafor,
    on: -71,
    entryType: 'payment',
    method: 'bank_transfer',
    amountMinor: 5_000_00n,
    description: 'Transfer for the groundworks, made a second time by mistake',
    reference: 'LOTE 7 GROUND',
  },
  {
    client: okafor,
    on: -66,
    entryType: 'refund',
    amountMinor: 5_000_00n,
    description: 'Refund of the transfer made twice',
    reference: 'HP-R-001',
  },
  {
    client: okafor,
    on: -206,
    entryType: 'adjustment',
    side: 'relief',
    amountMinor: 402_60n,
    description: 'Return of 12 m² of unused kitchen tiles',
    reference: 'HP-A-001',
  },
  {
    client: okafor,
    on: -18,
    entryType: 'adjustment',
    side: 'charge',
    amountMinor: 214_30n,
    description: 'Fee of the water company for the meter, passed on at cost',
    reference: 'HP-A-003',
  },
];
