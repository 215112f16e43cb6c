import { describe, expect, it } from 'vitest';
import { GET as readDashboard } from '@/app/api/client/dashboard/route';
import { GET as readOwnList } from '@/app/api/client/invoices/route';
import { read } from '@/lib/authz/scope';
import { getTeamDashboard } from '@/lib/dashboard/team-queries';
import { testDatabase } from '@/tests/support/database/database';
import { createPhase } from '@/tests/support/factories/identity';
import { createInstalment, createInvoice } from '@/tests/support/factories/money';
import { invoicesOf } from '@/tests/support/fixtures/invoices';
import { moneyBusiness, moneyOf } from '@/tests/support/fixtures/payments';
import { call } from '@/tests/support/http/api';
import { teamActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();
const day = '2026-11-21';

async function attention({ email }: { email: string }) {
  const actor = await teamActor(owner, email);
  const { inbox } = await read(actor, (db) => getTeamDashboard(db, { show: 'all' }, day, actor));
  const of = (kind: string) => inbox.items.filter((item) => item.kind === kind);
  return { claims: of('claim'), instalments: of('instalment') };
}

describe('a claim to have paid', () => {
  it('shows in both lists, on the dashboard of the client and to admins until it is decided', async () => {
    const { sold, clientId, addPerson, admin, staff, decline } = await moneyBusiness(owner);
    const jane = await addPerson('client', clientId);
    const [{ id }, other] = [await sold(), await sold()];
    const { body } = await moneyOf(jane.token).claim(id);
    const marks = async () => {
      const rows = (answer: { body: { data: { id: string; is_claimed: boolean }[] } }) =>
        answer.body.data.flatMap((row) => (row.is_claimed ? [row.id] : []));
      const dashboard = (await call(readDashboard, { token: jane.token })).body.data.invoices;
      return {
        own: rows(await call(readOwnList, { token: jane.token })),
        team: rows(await invoicesOf(admin.token).list()),
        one: (await invoicesOf(admin.token).read(id)).body.data.is_claimed,
        dashboard: [dashboard.claimed_count, rows({ body: { data: dashboard.first } })],
        admins: (await attention(admin)).claims.map((claim) => claim.id),
        staff: (await attention(staff)).claims,
      };
    };
    const claimed = { own: [id], team: [id], one: true, dashboard: [1, [id]], admins: [body.data.id], staff: [] };
    expect(await marks()).toEqual(claimed);
    await decline(body.data.id);
    expect(await marks()).toEqual({ own: [], team: [], one: false, dashboard: [0, []], admins: [], staff: [] });
    expect(other.id).not.toBe(id);
  });
});

describe('an instalment to invoice', () => {
  it('is due by its date or its phase, in a project under way, and billed by no invoice', async () => {
    const { id: tenantId, addProject, clientId, admin, staff } = await moneyBusiness(owner);
    const projectId = await addProject(clientId);
    const place = { tenantId, clientId, id: projectId };
    const done = await createPhase(owner, place, { status: 'completed', percent: 100 });
    const open = await createPhase(owner, place);
    const add = (title: string, wishes: object) => createInstalment(owner, place, { title, ...wishes });
    await add('by its date', { dueOn: day });
    await add('by its phase', { phaseId: done.id });
    await add('tomorrow', { dueOn: '2026-11-22' });
    await add('of an open phase', { phaseId: open.id });
    const [drafted, voided] = [await add('drafted', { dueOn: day }), await add('voided', { dueOn: day })];
    const client = { tenantId, id: clientId, currency: 'EUR' };
    for (const [instalment, status] of [
      [drafted, 'draft'],
      [voided, 'void'],
    ] as const) {
      const invoice = await createInvoice(owner, client, { status, projectId });
      await owner.query('update invoice_lines set instalment_id = $1 where invoice_id = $2', [
        instalment.id,
        invoice.id,
      ]);
    }
    const titles = async (person: { email: string }) => (await attention(person)).instalments.map(({ title }) => title);
    expect((await titles(admin)).toSorted()).toEqual(['by its date', 'by its phase', 'voided']);
    expect(await titles(staff)).toEqual([]);
    await owner.query(`update projects set status = 'cancelled' where id = $1`, [projectId]);
    expect(await titles(admin)).toEqual([]);
  });
});
