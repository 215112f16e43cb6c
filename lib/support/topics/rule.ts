/** The kinds of records that a ticket can ask about. */
export const topicTypes = [
  'document',
  'photo',
  'invoice',
  'invoice_line',
  'ledger_entry',
  'time_entry',
  'phase',
] as const;

export type TopicType = (typeof topicTypes)[number];
