import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AdminActor, ClientActor } from '@/lib/authz/actor';
import { read } from '@/lib/authz/scope';
import { today } from '@/lib/dates';
import { AppError } from '@/lib/errors';
import { proveAccount } from '@/lib/ledger/proof/queries';
import { openLetterCheck } from '@/lib/pdf/letter-check';
import { testDatabase } from '@/tests/support/database/database';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { actorOf, adminActor } from '@/tests/support/identity/actors';
import { type Account, type Action, action, stepOf } from '@/tests/support/money-model/actions';
import { type Shown, shownOf } from '@/tests/support/money-model/figures';
import { stateOf } from '@/tests/support/money-model/state';

// Random histories of an account on PostgreSQL, through the commands and the wall. A share of them runs with all tests,
// 10,000 by `npm run test:long`.
const histories = Number(process.env.ORIEL_MODEL_RUNS ?? 80);

const { owner } = await testDatabase();
await openLetterCheck();
const tenant = await createTestTenant(owner);
const admin: AdminActor = await adminActor(owner, tenant.admin.email);

async function freshAccount(): Promise<Account> {
  const clientId = await tenant.addClient();
  const { email } = await tenant.addPerson('client', clientId);
  // The guard of a client's person admits nobody else.
  const person = (await actorOf(owner, email)) as ClientActor;
  return { clientId, admin, person, today: today(admin.tenant.timeZone) };
}

/** What the model expects of the account. */
type Model = { balance: bigint };

const reached = new Set<string>();

function expectOneAmount({ balances, open, state }: Shown, model: Model): void {
  const all = (amounts: Record<string, bigint>, one: bigint) =>
    expect(amounts).toEqual(Object.fromEntries(Object.keys(amounts).map((name) => [name, one])));
  all(balances, model.balance);
  all(open, open.records ?? 0n);
  for (const { status, total, credited, paid, claim } of state.invoices) {
    expect(paid >= 0n && credited >= 0n && paid + credited <= total).toBe(true);
    if (status === 'void') expect([paid, claim]).toEqual([0n, null]);
  }
  for (const { amount, allocated, refunded } of state.payments)
    expect(allocated >= 0n && allocated + refunded <= amount).toBe(true);
}

/** A refusal with its reason; everything else is an error of the portal. */
async function outcomeOf(run: () => Promise<unknown>): Promise<'done' | 'refused'> {
  try {
    await run();
    return 'done';
  } catch (error) {
    if (error instanceof AppError && (error.code === 'CONFLICT' || error.code === 'VALIDATION')) return 'refused';
    throw error;
  }
}

/** One action, whose outcome the model knows. */
class One implements fc.AsyncCommand<Model, Account> {
  constructor(readonly action: Action) {}
  check = () => true;
  toString = () => told(this.action);
  async run(model: Model, account: Account) {
    const step = stepOf(this.action, await stateOf(owner, account.clientId), account);
    if (!step) return;
    const { expected } = step;
    expect(await outcomeOf(step.run)).toBe(expected === 'refused' ? 'refused' : 'done');
    reached.add(`${this.action.what} ${expected === 'refused' ? 'refused' : 'done'}`);
    if (expected !== 'refused') model.balance += expected;
    expectOneAmount(await shownOf(owner, account), model);
  }
}

/** Several actions at once, decided on one state: some may be refused by then, none may leave the figures apart. */
class Together implements fc.AsyncCommand<Model, Account> {
  constructor(readonly actions: Action[]) {}
  check = () => true;
  toString = () => `together(${this.actions.map(told).join(', ')})`;
  async run(model: Model, account: Account) {
    const state = await stateOf(owner, account.clientId);
    const steps = this.actions.flatMap((one) => stepOf(one, state, account) ?? []);
    const outcomes = await Promise.all(steps.map(({ run }) => outcomeOf(run)));
    if (outcomes.filter((outcome) => outcome === 'done').length > 1) reached.add('together');
    const shown = await shownOf(owner, account);
    model.balance = shown.balances.equation ?? 0n;
    expectOneAmount(shown, model);
  }
}

const told = ({ what, pick, other, share, amount, days }: Action) =>
  `${what}(${pick}, ${other}, ${share} %, ${amount}, ${days} d)`;

const commands = fc.commands<Model, Account, false>(
  [
    ...Array.from({ length: 4 }, () => action.map((one) => new One(one))),
    fc.array(action, { minLength: 2, maxLength: 4 }).map((actions) => new Together(actions)),
  ],
  { maxCommands: 12 },
);

const kinds = ['issue', 'pay', 'overpay', 'payNothing', 'allocate', 'refund', 'credit', 'creditAll', 'void', 'adjust'];
const everything = [...kinds, 'claim', 'confirm', 'decline'].map((kind) => `${kind} done`);

async function run(history: Iterable<fc.AsyncCommand<Model, Account>>): Promise<void> {
  const account = await freshAccount();
  await fc.asyncModelRun(() => ({ model: { balance: 0n }, real: account }), history);
  const { clientId } = account;
  expect((await proveAccount((work) => read(admin, work), clientId)).break).toBeNull();
  await expectNarrowFormula(clientId);
}

it('in a history with every action, done and refused, every place shows one balance', async () => {
  const one = (what: Action['what'], more: Partial<Action> = {}) =>
    new One({ ...{ what, pick: 0, other: 0, share: 40, amount: 10_000n, days: 1 }, ...more });
  reached.clear();
  await run([
    ...[one('issue'), one('void', { days: 6 }), one('void', { days: 5 }), one('issue', { amount: 0n }), one('issue')],
    ...[one('claim'), one('decline'), one('claim'), one('claim', { days: 5, pick: 2 }), one('confirm'), one('claim')],
    ...[one('confirm', { share: 90, amount: 20_000n }), one('issue'), one('pay', { amount: 3_000n })],
    ...[one('payNothing'), one('issue'), one('allocate'), one('allocateTooMuch'), one('credit'), one('creditTooMuch')],
    ...[one('creditAll'), one('refund'), one('refund', { share: 100 }), one('refundTooMuch'), one('overpay')],
    ...[0, 1, 2, 3, 4].map((pick) => one('adjust', { pick })),
    ...Array.from({ length: 8 }, (_, pick) => one('void', { pick, days: 5 })),
  ]);
  const wanted = [...everything, 'void refused', 'allocateTooMuch refused', 'creditTooMuch refused'];
  expect([...wanted, 'refundTooMuch refused'].filter((what) => !reached.has(what))).toEqual([]);
});

it(
  `in ${histories} random histories, in parallel too, every place shows one balance`,
  async () => {
    reached.clear();
    await fc.assert(fc.asyncProperty(commands, run), { numRuns: histories, endOnFailure: true });
    if (histories >= 1_000) expect([...everything, 'together'].filter((what) => !reached.has(what))).toEqual([]);
  },
  180_000 + histories * 3_000,
);

/** Without refunds and debit adjustments, invoices + credit adjustments − payments is the balance too. */
async function expectNarrowFormula(clientId: string): Promise<void> {
  const { rows } = await owner.query<{ narrow: boolean; agrees: boolean }>(
    `select not bool_or(entry_type = 'refund' or (entry_type = 'adjustment' and debit_minor > 0)) as narrow,
       sum(credit_minor - debit_minor) = sum(credit_minor) filter (where entry_type in ('invoice', 'adjustment'))
         - coalesce(sum(debit_minor) filter (where entry_type = 'payment'), 0) as agrees
     from ledger_entries where party_id = $1 having count(*) filter (where credit_minor > 0) > 0`,
    [clientId],
  );
  if (rows[0]?.narrow) expect(rows[0].agrees).toBe(true);
}
