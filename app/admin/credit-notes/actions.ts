'use server';

import { z } from 'zod';
import { adminUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { atRows, invalid } from '@/lib/errors';
import { issueCreditNote } from '@/lib/invoices/credit-notes/commands';
import { creditLineInput, issueCreditNoteInput } from '@/lib/invoices/credit-notes/schemas';
import { paths } from '@/lib/paths';
import { openLetterCheck } from '@/lib/pdf/letter-check';

const { description, quantity, unitPrice } = creditLineInput.shape;

/** A row of the form, which may be empty. */
const row = creditLineInput.extend({
  description: description.nullish(),
  quantity: quantity.nullish(),
  unitPrice: unitPrice.nullish(),
});
type Row = z.output<typeof row>;

/** The last row stands for something that is no line of the invoice: it has a price and no quantity. */
const isOther = (rows: readonly Row[], at: number) => at === rows.length - 1;
const isTyped = (rows: readonly Row[], { quantity: count, description: text, unitPrice: price }: Row, at: number) =>
  isOther(rows, at) ? Boolean(text || price) : count !== null && count !== undefined;

const rows = z.array(row).superRefine((sent, context) => {
  const require = (value: unknown, at: number, field: string) => {
    if (value === null || value === undefined)
      context.addIssue({ code: 'custom', message: 'required', path: [at, field] });
  };
  sent.forEach((one, at) => {
    if (!isTyped(sent, one, at)) return;
    require(one.description, at, 'description');
    require(one.unitPrice, at, 'unitPrice');
  });
});

export const issueCreditNoteAction = defineAction({
  guard: adminUser,
  input: issueCreditNoteInput.extend({ scope: z.enum(['all', 'lines']), lines: rows.optional() }),
  ready: openLetterCheck,
  run: (db, { scope, lines: sent = [], ...input }, actor) => {
    if (scope === 'all') return issueCreditNote(db, input, actor);
    const typed = sent.flatMap((one, at) => (isTyped(sent, one, at) ? [{ one, at }] : []));
    if (typed.length === 0) throw invalid({ lines: 'required' });
    const lines = typed.map(({ one }) => ({
      ...one,
      ...{ description: one.description ?? '', quantity: one.quantity ?? 1000n, unitPrice: one.unitPrice ?? 0n },
    }));
    const places = typed.map(({ at }) => at);
    return atRows('lines', places, issueCreditNote(db, { ...input, lines }, actor));
  },
  redirectTo: ({ id }) => paths.admin.creditNotes.show(id),
  once: true,
});
