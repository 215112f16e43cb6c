import type { SeedContext } from '@/prisma/seed/context';
import type { ClaimData } from '@/prisma/seed/story';
import { uuid7 } from '@/prisma/seed/uuid7';
import type { Invoice } from '@/prisma/seed/write/bill-lines';

/** Writes the claims of clients to have paid, each by its person; those that an admin declined with the reason. */
export async function writeClaims(context: SeedContext, invoices: readonly Invoice[]): Promise<void> {
  for (const invoice of invoices) if (invoice.data.claimed) await writeClaim(context, invoice, invoice.data.claimed);
}

async function writeClaim(context: SeedContext, invoice: Invoice, claim: ClaimData): Promise<void> {
  const { story, tenantId, idOf } = context;
  const { by, note, declined } = claim;
  const [id, at, paidOn] = [uuid7(), context.at(claim.at), context.day(claim.paidOn)];
  const clientId = idOf('clients', context.project(invoice.data.project).client);
  const record = { recordType: 'payment_claim', recordId: id };
  await context.actAsPerson(
    by,
    // The status is the database's: clients may not write it.
    (db) => db.$executeRaw`
      insert into payment_claims (id, tenant_id, client_id, invoice_id, user_id, user_name, paid_on, note, created_at)
      values (${id}::uuid, ${tenantId}::uuid, ${clientId}::uuid, ${invoice.id}::uuid, ${idOf('people', by)}::uuid,
        ${context.person(by).name}, ${paidOn}::date, ${note}, ${at})`,
  );
  context.auditedActions.push({ at, by, action: 'payment_claim.claimed', ...record });
  if (!declined) return;
  const decidedAt = context.at(declined.at);
  const { admin } = story;
  const decision = { status: 'declined', declineReason: declined.reason, decidedAt };
  const decider = { decidedById: idOf('people', admin), decidedByName: context.person(admin).name };
  await context.actAsPerson(admin, (db) =>
    db.paymentClaim.updateMany({ where: { id }, data: { ...decision, ...decider } }),
  );
  const detail = { reason: declined.reason };
  context.auditedActions.push({ at: decidedAt, by: admin, action: 'payment_claim.declined', ...record, detail });
}
