'use server';

import { adminUser } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { decimal } from '@/lib/fields';
import { allocatePayment, recordPayment, releaseAllocation } from '@/lib/invoices/payments/commands';
import { mostAllocations } from '@/lib/invoices/payments/rule';
import {
  allocatePaymentInput,
  allocationInput,
  recordPaymentInput,
  releaseAllocationInput,
} from '@/lib/invoices/payments/schemas';
import { recordRefund } from '@/lib/invoices/refunds/commands';
import { recordRefundInput } from '@/lib/invoices/refunds/schemas';
import { paths } from '@/lib/paths';

/** The rows of the form, one per open invoice; those without an amount settle nothing. */
const rows = allocationInput.extend({ amount: decimal.nullish() }).array().max(mostAllocations);

export const recordPaymentAction = defineAction({
  guard: adminUser,
  input: recordPaymentInput.extend({ allocations: rows.optional() }),
  run: recordPayment,
  redirectTo: ({ id }) => paths.admin.payments.show(id),
  once: true,
});

export const allocatePaymentAction = defineAction({
  guard: adminUser,
  input: allocatePaymentInput.extend({ allocations: rows }),
  run: allocatePayment,
  redirectTo: ({ id }) => paths.admin.payments.show(id),
  once: true,
});

export const releaseAllocationAction = defineAction({
  guard: adminUser,
  // All that it settles of the invoice.
  input: releaseAllocationInput.omit({ amount: true }),
  run: releaseAllocation,
});

export const recordRefundAction = defineAction({
  guard: adminUser,
  input: recordRefundInput,
  run: async (db, input, actor) => {
    await recordRefund(db, input, actor);
    return { id: input.paymentId };
  },
  redirectTo: ({ id }) => paths.admin.payments.show(id),
  once: true,
});
