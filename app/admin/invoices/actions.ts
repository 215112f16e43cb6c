'use server';

import { z } from 'zod';
import { adminUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { invoiceEdit } from '@/lib/invoices/checks';
import { issueInvoice, voidInvoice } from '@/lib/invoices/commands';
import { changeInvoice, copyInvoice, createInvoice, deleteInvoice } from '@/lib/invoices/drafts/commands';
import {
  changeInvoiceInput,
  createInvoiceInput,
  type InvoiceLineInput,
  invoiceLineInput,
} from '@/lib/invoices/drafts/schemas';
import { invoiceId, issueInvoiceInput, voidInvoiceInput } from '@/lib/invoices/schemas';
import { paths } from '@/lib/paths';
import { openLetterCheck } from '@/lib/pdf/letter-check';

const { description, quantity, unitPrice } = invoiceLineInput.shape;

/** The rows of the form. Empty ones at its end are left out; an absent quantity is 1. */
const rows = z
  .array(
    invoiceLineInput.extend({
      description: description.nullish(),
      quantity: quantity.nullish(),
      unitPrice: unitPrice.nullish(),
    }),
  )
  .transform((sent, context): InvoiceLineInput[] => {
    const isTyped = (row: (typeof sent)[number]) => row.description || row.quantity || row.unitPrice || row.id;
    const typed = sent.slice(0, sent.findLastIndex(isTyped) + 1);
    if (typed.length === 0) context.addIssue({ code: 'custom', message: 'required', path: [0, 'description'] });
    const require = (value: unknown, at: number, field: string) =>
      value ?? context.addIssue({ code: 'custom', message: 'required', path: [at, field] });
    return typed.map((row, at) => {
      require(row.description, at, 'description');
      require(row.unitPrice, at, 'unitPrice');
      const { description: text, quantity: count, unitPrice: price } = row;
      return { ...row, description: text ?? '', quantity: count ?? 1000n, unitPrice: price ?? 0n };
    });
  });

const shown = ({ id }: { id: string }) => paths.admin.invoices.show(id);

export const createInvoiceAction = defineAction({
  guard: adminUser,
  input: createInvoiceInput.extend({ lines: rows }),
  run: createInvoice,
  redirectTo: shown,
});

export const changeInvoiceAction = defineAction({
  guard: adminUser,
  input: changeInvoiceInput.extend({ lines: rows }),
  edits: invoiceEdit,
  run: changeInvoice,
  redirectTo: shown,
});

export const deleteInvoiceAction = defineAction({
  guard: adminUser,
  input: invoiceId,
  run: deleteInvoice,
  redirectTo: paths.admin.invoices.list,
});

export const copyInvoiceAction = defineAction({
  guard: adminUser,
  input: invoiceId,
  run: copyInvoice,
  redirectTo: ({ id }) => paths.admin.invoices.edit(id),
});

export const issueInvoiceAction = defineAction({
  guard: adminUser,
  input: issueInvoiceInput,
  ready: openLetterCheck,
  run: issueInvoice,
});

export const voidInvoiceAction = defineAction({ guard: adminUser, input: voidInvoiceInput, run: voidInvoice });
