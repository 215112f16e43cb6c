import fc from 'fast-check';
import type { AdminActor, ClientActor } from '@/lib/authz/actor';
import { write } from '@/lib/authz/scope';
import { addDays } from '@/lib/dates';
import { claimPayment, confirmClaim, declineClaim } from '@/lib/invoices/claims/commands';
import { issueInvoice, voidInvoice } from '@/lib/invoices/commands';
import { issueCreditNote } from '@/lib/invoices/credit-notes/commands';
import { createInvoice } from '@/lib/invoices/drafts/commands';
import { createInvoiceInput } from '@/lib/invoices/drafts/schemas';
import { allocatePayment, recordPayment } from '@/lib/invoices/payments/commands';
import { recordRefund } from '@/lib/invoices/refunds/commands';
import { postFromForm } from '@/lib/ledger/commands';
import { type HandKind, handKinds } from '@/lib/ledger/rule';
import { toDecimal } from '@/lib/money';
import { openOf, restOf, type State } from '@/tests/support/money-model/state';

/** The account that a history is about, and who acts on it. */
export type Account = { clientId: string; admin: AdminActor; person: ClientActor; today: string };

/** What a action should do: move the balance by an amount, or be refused. */
export type Outcome = bigint | 'refused';

/** A action as data: which records it names depends on what there is. `pick` and `share` choose among them. */
export type Action = {
  what: (typeof kinds)[number];
  pick: number;
  other: number;
  share: number;
  amount: bigint;
  days: number;
};

const kinds = [
  ...([
    'issue',
    'issue',
    'issue',
    'pay',
    'pay',
    'overpay',
    'payNothing',
    'allocate',
    'allocateTooMuch',
    'refund',
  ] as const),
  ...([
    'refundTooMuch',
    'credit',
    'creditAll',
    'creditTooMuch',
    'void',
    'void',
    'adjust',
    'claim',
    'confirm',
    'decline',
  ] as const),
];

/** Amounts from nothing to about 10¹³, most of them small. Shares are in hundredths, days go back from today. */
export const action: fc.Arbitrary<Action> = fc.record({
  what: fc.constantFrom(...kinds),
  pick: fc.nat(20),
  other: fc.nat(20),
  share: fc.integer({ min: 1, max: 100 }),
  amount: fc.oneof(fc.bigInt(0n, 5_000n), fc.bigInt(1n, 10_000_000n), fc.bigInt(1n, 10n ** 13n)),
  days: fc.nat(120),
});

const money = (minor: bigint) => toDecimal(minor, 'EUR');
const part = (whole: bigint, share: number) => (whole * BigInt(share) + 99n) / 100n;
const least = (a: bigint, b: bigint) => (a < b ? a : b);

/** One of those that fit, mostly; one of all where none does, and now and then, so that actions are refused too. */
function chosen<T>(all: readonly T[], action: Action, at: number, fits: (one: T) => boolean): T | undefined {
  const fitting = all.filter(fits);
  const from = fitting.length > 0 && action.days % 5 > 0 ? fitting : all;
  return from[at % Math.max(1, from.length)];
}

const fits: Partial<Record<Action['what'], (invoice: State['invoices'][number]) => boolean>> = {
  allocate: (invoice) => openOf(invoice) > 0n,
  credit: ({ status, total, credited }) => status === 'issued' && total > credited,
  creditAll: ({ status, total, credited }) => status === 'issued' && total > credited,
  void: ({ status, paid }) => status === 'issued' && paid === 0n,
  claim: (invoice) => openOf(invoice) > 0n && !invoice.claim,
  confirm: ({ claim }) => claim !== null,
  decline: ({ claim }) => claim !== null,
};

type Step = { expected: Outcome; run: () => Promise<unknown> };

/** A action on the records as they stand; null where it names a record and there is none. */
export function stepOf(action: Action, state: State, account: Account): Step | null {
  const { clientId, admin, person, today } = account;
  const { what, share, amount } = action;
  const on = addDays(today, -action.days);
  const invoice = chosen(state.invoices, action, action.pick, fits[what] ?? (() => true));
  const payment = chosen(state.payments, action, action.other, (one) => what !== 'allocate' || restOf(one) > 0n);
  const positive = amount === 0n ? 1n : amount;

  if (what === 'issue') return { expected: amount, run: () => issue(account, amount, on) };
  if (what === 'adjust') {
    const kind: HandKind = handKinds[action.pick % handKinds.length] ?? 'charge';
    const input = { kind, partyId: clientId, amount: money(positive), entryOn: on, description: 'By hand' };
    const sign = kind === 'relief' || kind === 'payment' ? -1n : 1n;
    return { expected: sign * positive, run: () => write(admin, (db) => postFromForm(db, input, admin)) };
  }
  if (what === 'pay' || what === 'overpay' || what === 'payNothing') {
    const received =
      what === 'overpay' ? positive + state.invoices.reduce((sum, one) => sum + openOf(one), 0n) : positive;
    let left = received;
    const allocations =
      what === 'payNothing'
        ? []
        : state.invoices.flatMap((one) => {
            const taken = least(openOf(one), left);
            left -= taken;
            return taken > 0n ? [{ invoiceId: one.id, amount: money(taken) }] : [];
          });
    const input = { clientId, amount: money(received), paidOn: on, method: 'bank_transfer', allocations } as const;
    return { expected: -received, run: () => write(admin, (db) => recordPayment(db, input, admin)) };
  }

  if (what === 'refund' || what === 'refundTooMuch') {
    if (!payment) return null;
    const left = payment.amount - payment.refunded;
    const back = what === 'refund' ? part(left, share) : left + positive;
    const input = { paymentId: payment.id, amount: money(back), refundedOn: today, method: 'other' } as const;
    const expected = back > 0n && back <= left ? back : 'refused';
    return { expected, run: () => write(admin, (db) => recordRefund(db, input, admin)) };
  }

  if (!invoice) return null;
  const [open, left] = [openOf(invoice), invoice.total - invoice.credited];
  const isIssued = invoice.status === 'issued';
  if (what === 'allocate' || what === 'allocateTooMuch') {
    if (!payment) return null;
    const most = least(open, restOf(payment));
    const settled = what === 'allocate' ? part(most, share) : most + positive;
    const input = { id: payment.id, allocations: [{ invoiceId: invoice.id, amount: money(settled) }] };
    const expected = isIssued && settled > 0n && settled <= most ? 0n : 'refused';
    return { expected, run: () => write(admin, (db) => allocatePayment(db, input, admin)) };
  }
  if (what === 'creditAll') {
    const input = { invoiceId: invoice.id, reason: 'All of it' };
    return {
      expected: isIssued && left > 0n ? -left : 'refused',
      run: () => write(admin, (db) => issueCreditNote(db, input, admin)),
    };
  }
  if (what === 'credit' || what === 'creditTooMuch') {
    const back = what === 'credit' ? part(left, share) : left + positive;
    const lines = createInvoiceInput.shape.lines.parse([
      { description: 'Too many', quantity: '1', unitPrice: money(back), taxRate: '0' },
    ]);
    const input = { invoiceId: invoice.id, reason: 'A part', lines };
    const expected = isIssued && back > 0n && back <= left ? -back : 'refused';
    return { expected, run: () => write(admin, (db) => issueCreditNote(db, input, admin)) };
  }
  if (what === 'void') {
    const input = { id: invoice.id, reason: 'By mistake' };
    return {
      expected: isIssued && invoice.paid === 0n ? -left : 'refused',
      run: () => write(admin, (db) => voidInvoice(db, input, admin)),
    };
  }
  if (what === 'claim') {
    const input = { id: invoice.id, paidOn: today };
    const expected = isIssued && open > 0n && !invoice.claim ? 0n : 'refused';
    return { expected, run: () => write(person, (db) => claimPayment(db, input, person)) };
  }
  if (!invoice.claim) return null;
  const id = invoice.claim;
  if (what === 'decline')
    return { expected: 0n, run: () => write(admin, (db) => declineClaim(db, { id, reason: 'Nothing came' }, admin)) };
  const came = share > 50 ? positive : null;
  const input = { id, method: 'bank_transfer', ...(came === null ? {} : { amount: money(came) }) } as const;
  const expected = came ?? open;
  return {
    expected: expected > 0n ? -expected : 'refused',
    run: () => write(admin, (db) => confirmClaim(db, input, admin)),
  };
}

/** Drafts and issues an invoice with one line in two transactions, as the form does. */
async function issue({ clientId, admin }: Account, amount: bigint, issuedOn: string): Promise<void> {
  const line = { description: 'Joinery', quantity: '1', unitPrice: money(amount), taxRate: '0' };
  const input = createInvoiceInput.parse({ clientId, lines: [line] });
  const { id } = await write(admin, (db) => createInvoice(db, input, admin));
  await write(admin, (db) => issueInvoice(db, { id, issuedOn }, admin));
}
