/** How money comes in or goes back, as PostgreSQL declares it. */
export const paymentMethods = ['bank_transfer', 'card', 'cash', 'cheque', 'direct_debit', 'other'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** The most invoices that one payment is allocated to at once. */
export const mostAllocations = 200;

/** The words of a payment's ledger entry name at most this many invoices. */
export const mostNamed = 3;
