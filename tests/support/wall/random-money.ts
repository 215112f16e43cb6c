import type pg from 'pg';
import { InvoiceStatus, LedgerEntryType } from '@/lib/db/generated/enums';
import {
  createAllocation,
  createClaim,
  createCreditNote,
  createInstalment,
  createInvoice,
  createLedgerEntry,
  createPayment,
  createRefund,
} from '@/tests/support/factories/money';
import { createStoredFile } from '@/tests/support/factories/records';
import { insertRow } from '@/tests/support/factories/rows';
import type { Choose, TeamMember } from '@/tests/support/wall/random-tenant';

type Cast = {
  client: { tenantId: string; id: string; currency: string };
  team: readonly TeamMember[];
  people: readonly { id: string; name: string }[];
  projects: readonly { id: string }[];
  choose: Choose;
};

/** Inserts invoices in every status, with what settles and takes back one, claims, and ledger entries of every type. */
export async function seedMoney(owner: pg.Client, { client, team, people, projects, choose }: Cast): Promise<void> {
  const { tenantId, id: clientId, currency } = client;
  const span = { fromOn: '2026-10-01', toOn: '2026-10-31', printedOn: '2026-11-01' };
  await insertRow(owner, 'statement_prints', {
    tenantId,
    clientId,
    currency,
    ...span,
    closingMinor: 7n,
    issuerName: 'Here',
  });
  for (const status of Object.values(InvoiceStatus)) {
    const { id: projectId } = choose.one(projects);
    const invoice = await createInvoice(owner, client, { status, projectId });
    const instalment = await createInstalment(owner, { tenantId, clientId, id: projectId });
    await createInstalment(owner, { tenantId, clientId, id: projectId }, { rate: null, amountMinor: 5_000n });
    await owner.query(
      'update instalments set phase_id = (select f.id from phases f where f.project_id = $1 limit 1) where id = $2',
      [projectId, instalment.id],
    );
    await owner.query('update invoice_lines set instalment_id = $1 where invoice_id = $2', [instalment.id, invoice.id]);
    const opener = choose.one(people);
    await insertRow(owner, 'openings', {
      ...{ tenantId, clientId, userId: opener.id, userName: opener.name },
      ...{ recordType: 'invoice', recordId: invoice.id, way: 'opened' },
    });
    if (status === 'draft') continue;
    const payment = await createPayment(owner, invoice, choose.one(team));
    const refund = await createRefund(owner, payment, choose.one(team));
    await createLedgerEntry(owner, client, choose.one(team), { entryType: 'refund', refundId: refund.id });
    if (status === 'void')
      await createClaim(owner, invoice, choose.one(people), {
        ...{ status: 'declined', declineReason: 'Voided', decidedById: payment.recordedById },
        ...{ decidedByName: payment.recordedByName, decidedAt: new Date() },
      });
    if (status === 'issued') {
      // Without a claim, so that one can be added.
      await createInvoice(owner, client, { status });
      await createAllocation(owner, payment, invoice);
      const note = await createCreditNote(owner, invoice, choose.one(team), { projectId: choose.one(projects).id });
      await createCreditNote(owner, invoice, choose.one(team), { verifyCode: null });
      const credited = { entryType: LedgerEntryType.adjustment, debitMinor: 1n, creditNoteId: note.id };
      await createLedgerEntry(owner, client, choose.one(team), credited);
      const { id: decidedById, name: decidedByName } = choose.one(team);
      const decided = { decidedById, decidedByName, decidedAt: new Date() };
      await createClaim(owner, invoice, choose.one(people), {
        status: 'declined',
        declineReason: 'Not here',
        ...decided,
      });
      await createClaim(owner, invoice, choose.one(people), { status: 'confirmed', paymentId: payment.id, ...decided });
      const claimant = choose.one(people);
      const proof = { fileName: 'transfer.pdf', proofById: claimant.id };
      const { id: proofFileId } = await createStoredFile(owner, { tenantId }, proof);
      await createStoredFile(owner, { tenantId }, { ...proof, status: 'pending' });
      await createStoredFile(owner, { tenantId }, { ...proof, fileName: 'kept.pdf' });
      await createClaim(owner, invoice, claimant, { proofFileId });
      await owner.query(
        `update time_entries set invoice_line_id = (select id from invoice_lines where invoice_id = $1)
         where id in (select distinct on (user_id) id from time_entries where client_id = $2 order by user_id, id)`,
        [invoice.id, clientId],
      );
    }
    await createLedgerEntry(owner, client, choose.one(team), { invoiceId: invoice.id });
    const paid = { entryType: LedgerEntryType.payment, debitMinor: 5_000n, paymentId: payment.id };
    await createLedgerEntry(owner, client, choose.one(team), paid);
  }
  await createPayment(owner, { tenantId, clientId, currency }, choose.one(team));
  for (const entryType of Object.values(LedgerEntryType)) {
    const debitMinor = entryType === 'payment' ? 2_500n : 0n;
    await createLedgerEntry(owner, client, choose.one(team), { entryType, debitMinor });
  }
}
