import type pg from 'pg';

/** The records of one account as their tables hold them, amounts in minor units, in the order in which they were made. */
export type State = {
  invoices: {
    id: string;
    status: string;
    total: bigint;
    credited: bigint;
    paid: bigint;
    voided: bigint;
    claim: string | null;
  }[];
  payments: { id: string; amount: bigint; refunded: bigint; allocated: bigint }[];
  credited: bigint;
  /** What was posted by hand: charges above zero. */
  byHand: bigint;
};

/** Reads the state past the wall. */
export async function stateOf(owner: pg.Client, clientId: string): Promise<State> {
  const { rows } = await owner.query<{ state: Record<string, unknown> }>(
    `select json_build_object(
       'invoices', (select coalesce(json_agg(json_build_object('id', id, 'status', status, 'total', total_minor::text,
          'credited', (select coalesce(sum(total_minor), 0)::text from credit_notes n where n.invoice_id = i.id),
          'paid', (select coalesce(sum(amount_minor), 0)::text from payment_allocations a where a.invoice_id = i.id),
          'voided', voided_minor::text,
          'claim', (select id from payment_claims c where c.invoice_id = i.id and c.status = 'claimed')) order by id), '[]')
         from invoices i where client_id = $1 and status <> 'draft'),
       'payments', (select coalesce(json_agg(json_build_object('id', id, 'amount', amount_minor::text,
          'refunded', (select coalesce(sum(amount_minor), 0)::text from refunds r where r.payment_id = p.id),
          'allocated', (select coalesce(sum(amount_minor), 0)::text from payment_allocations a where a.payment_id = p.id)) order by id), '[]')
         from payments p where client_id = $1),
       'credited', (select coalesce(sum(total_minor), 0)::text from credit_notes where client_id = $1),
       'byHand', (select coalesce(sum(credit_minor - debit_minor), 0)::text from ledger_entries
         where party_id = $1 and num_nonnulls(invoice_id, payment_id, credit_note_id, refund_id) = 0)) as state`,
    [clientId],
  );
  return exact(rows[0]?.state) as State;
}

/** Texts of digits become bigint, at any depth. */
function exact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(exact);
  if (typeof value === 'string') return /^-?\d+$/.test(value) ? BigInt(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, exact(one)]));
}

const sum = (values: readonly bigint[]) => values.reduce((all, value) => all + value, 0n);

export const openOf = ({ status, total, credited, paid }: State['invoices'][number]) =>
  status === 'issued' ? total - credited - paid : 0n;
export const restOf = ({ amount, allocated, refunded }: State['payments'][number]) => amount - allocated - refunded;

/** The equation: invoices − credit notes − voided − payments + refunds ± entries by hand. */
export const owedBy = ({ invoices, payments, credited, byHand }: State): bigint =>
  sum(invoices.map(({ total, voided }) => total - voided)) -
  credited -
  sum(payments.map(({ amount, refunded }) => amount - refunded)) +
  byHand;

/** What is open of all invoices. */
export const openIn = ({ invoices }: State): bigint => sum(invoices.map(openOf));
