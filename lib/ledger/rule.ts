/** The types of entries, in the order of their sums. */
export const entryTypes = ['invoice', 'payment', 'refund', 'adjustment'] as const;
export type EntryType = (typeof entryTypes)[number];

/** The largest amount of one entry in minor units: 10¹⁵. */
export const largestAmount = 10n ** 15n;

/** The sides of an account on which entries of a type may stand. */
export const sidesOf: Record<EntryType, readonly ('debit' | 'credit')[]> = {
  invoice: ['credit'],
  payment: ['debit'],
  refund: ['credit'],
  adjustment: ['debit', 'credit'],
};

/** What an admin posts by hand, as people call it: each is a type of entry on one side of the account. */
export const handKinds = ['charge', 'relief', 'invoice', 'payment', 'refund'] as const;
export type HandKind = (typeof handKinds)[number];

export const handEntry: Record<HandKind, { entryType: EntryType; side: 'debit' | 'credit' }> = {
  charge: { entryType: 'adjustment', side: 'credit' },
  relief: { entryType: 'adjustment', side: 'debit' },
  invoice: { entryType: 'invoice', side: 'credit' },
  payment: { entryType: 'payment', side: 'debit' },
  refund: { entryType: 'refund', side: 'credit' },
};

/** Open amounts by days past the due date, in minor units. */
export type Ageing = {
  current: bigint;
  days1To30: bigint;
  days31To60: bigint;
  days61To90: bigint;
  daysOver90: bigint;
};

export const bands = ['current', 'days1To30', 'days31To60', 'days61To90', 'daysOver90'] as const;
