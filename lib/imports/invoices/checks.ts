import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { fromColumn } from '@/lib/dates';
import type { ReadDb } from '@/lib/db/handles';
import { invalid } from '@/lib/errors';
import { line as lineOfText } from '@/lib/fields';
import { parseInput } from '@/lib/forms/validation';
import { undoInvoices, writeInvoices } from '@/lib/imports/invoices/commands';
import { differences, heads, placeOf } from '@/lib/imports/invoices/rule';
import { byName, references } from '@/lib/imports/records/queries';
import {
  type Found,
  type Kind,
  orProblems,
  type Pass,
  type Plan,
  type Planned,
  remembered,
  type SourceRow,
  textOf,
} from '@/lib/imports/records/rule';
import { issueDates, priced } from '@/lib/invoices/checks';
import { createInvoiceInput } from '@/lib/invoices/drafts/schemas';
import { issuerNow, newVerifyCode } from '@/lib/invoices/parties/queries';
import type { Party } from '@/lib/invoices/parties/schemas';
import { requireLetters } from '@/lib/invoices/printed/missing-letters';
import { getBilling } from '@/lib/invoices/settings/queries';

/** Invoices as they were printed elsewhere, issued under their own numbers; each row is a line. They never change. */
export const invoicesKind: Kind = {
  groupBy: 'number',
  heads,
  plan,
  write: writeInvoices,
  undo: undoInvoices,
};

const printedNumber = z.strictObject({ number: lineOfText(60) });

type Context = Awaited<ReturnType<typeof contextOf>>;

async function plan(db: ReadDb, units: SourceRow[][], pass: Pass): Promise<Plan> {
  const [planned, problems]: [Planned[], Found[]] = [[], []];
  const context = await contextOf(db, units, pass);
  for (const rows of units) {
    const [head, ...others] = rows;
    if (!head) continue;
    const differing = differences(head, others);
    problems.push(...differing);
    const one =
      differing.length > 0 ? null : orProblems(problems, placeOf(rows), () => invoiceOf(head, rows, context, pass));
    if (one) planned.push(one);
  }
  return { planned, problems };
}

/** What the planning of a batch looks up: clients, projects, numbers that are taken, and the terms of the business. */
async function contextOf(db: ReadDb, units: SourceRow[][], pass: Pass) {
  const rows = units.flat();
  const terms = pass.memory.get('terms') as Terms | undefined;
  const known: Terms = terms ?? { billing: await getBilling(db, pass.actor), issuer: await issuerNow(db, pass.actor) };
  pass.memory.set('terms', known);
  const clientOf = await references(db, pass, 'clients', rows, 'client');
  const projectOf = await references(db, pass, 'projects', rows, 'project');
  const numbers = units.flatMap(([row]) => (row && textOf(row, 'number')) ?? []);
  const taken = await db.invoice.findMany({
    where: { number: { in: numbers }, OR: [{ series: { not: null } }, { status: { not: 'void' } }] },
    select: { id: true, number: true, clientId: true, totalMinor: true, issuedOn: true },
  });
  const ids = units.flatMap(([row]) => {
    const found = row ? clientOf(textOf(row, 'client') ?? '') : null;
    return found && 'one' in found ? [found.one.id] : [];
  });
  const parties = remembered(pass, 'parties', () => new Map<string, Party>());
  const contact = {
    id: true,
    name: true,
    address: true,
    taxNumber: true,
    email: true,
    phone: true,
    countryCode: true,
  } as const;
  const unknown = [...new Set(ids)].filter((id) => !parties.has(id));
  for (const { id, ...party } of await db.client.findMany({ where: { id: { in: unknown } }, select: contact }))
    parties.set(id, { website: null, ...party });
  return { ...known, clientOf, projectOf, taken: new Map(taken.map((one) => [one.number ?? '', one])), parties };
}

type Terms = { billing: Awaited<ReturnType<typeof getBilling>>; issuer: Awaited<ReturnType<typeof issuerNow>> };

/** The invoice of some rows. Throws VALIDATION. */
function invoiceOf(head: SourceRow, rows: readonly SourceRow[], context: Context, pass: Pass): Planned {
  const { number } = parseInput(printedNumber, { number: textOf(head, 'number') });
  for (const field of ['client', 'issuedOn'] as const)
    if (textOf(head, field) === null) throw invalid({ [field]: 'required' });
  const found = context.clientOf(textOf(head, 'client') ?? '');
  if (!('one' in found)) throw invalid({ client: 'none' in found ? 'unknownClient' : 'importAmbiguous' });
  const { id: clientId, currency } = found.one;
  const project = textOf(head, 'project') === null ? null : context.projectOf(textOf(head, 'project') ?? '', clientId);
  if (project && !('one' in project))
    throw invalid({ project: 'none' in project ? 'unknownProject' : 'importAmbiguous' });
  const projectId = project?.one.id ?? null;
  const { issuedOn, dueOn, pricesIncludeTax, notes } = head.values;
  const lines = rows.map((row) => ({
    ...{ description: textOf(row, 'description') ?? number, quantity: textOf(row, 'quantity') ?? '1' },
    ...{ unitPrice: textOf(row, 'unitPrice') ?? '', taxRate: textOf(row, 'taxRate') },
  }));
  const draft = parseInput(createInvoiceInput, {
    clientId,
    projectId,
    dueOn: dueOn ?? null,
    pricesIncludeTax: pricesIncludeTax ?? null,
    notes: notes ?? null,
    lines,
  });
  const { billing, issuer } = context;
  const dates = issueDates(
    { issuedOn: String(issuedOn), dueOn: draft.dueOn },
    { dueOn: null },
    { now: pass.today, termDays: billing.paymentTermDays },
  );
  const terms = {
    currency,
    taxRate: billing.taxRate,
    pricesIncludeTax: draft.pricesIncludeTax ?? billing.pricesIncludeTax,
  };
  const { totals, lines: sums } = priced(draft.lines, {}, terms);
  requireLetters({
    lines: draft.lines,
    notes: draft.notes ?? null,
    issuer,
    recipient: context.parties.get(clientId) ?? null,
    number,
    project: project?.one.name ?? null,
  });
  const known = context.taken.get(number);
  if (known) {
    const isSame =
      known.clientId === clientId &&
      known.totalMinor === totals.totalMinor &&
      known.issuedOn !== null &&
      fromColumn(known.issuedOn) === dates.issuedOn;
    if (!isSame) throw invalid({ number: 'importInvoiceExists' });
    return { line: head.line, action: 'same', id: known.id, key: byName(number), data: {}, before: null };
  }
  const data = {
    ...{
      client_id: clientId,
      project_id: projectId,
      currency,
      number,
      notes: draft.notes ?? null,
      verify_code: newVerifyCode(),
    },
    ...{ issued_on: dates.issuedOn, due_on: dates.dueOn, prices_include_tax: terms.pricesIncludeTax },
    ...{
      net_minor: String(totals.netMinor),
      tax_minor: String(totals.taxMinor),
      total_minor: String(totals.totalMinor),
    },
    lines: JSON.stringify(
      sums.map((one, at) => ({
        ...{ id: uuidv7(), position: at + 1, description: one.description, tax_rate: one.taxRate },
        ...{
          quantity: String(one.quantityThousandth),
          price: String(one.unitPriceTenThousandth),
          amount: String(one.amountMinor),
        },
      })),
    ),
    issuer: JSON.stringify(issuer),
  };
  return { line: head.line, action: 'create', id: uuidv7(), key: byName(number), data, before: null };
}
