import ICAL from 'ical.js';
import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { PATCH as changePhase } from '@/app/api/admin/projects/[id]/phases/[phaseId]/route';
import { GET } from '@/app/api/calendar/[token]/route';
import { GET as meRoute } from '@/app/api/me/route';
import { createCalendarAddress, revokeToken } from '@/lib/auth/tokens';
import type { Actor } from '@/lib/authz/actor';
import { write } from '@/lib/authz/scope';
import { testDatabase } from '@/tests/support/database/database';
import { createPhase } from '@/tests/support/factories/identity';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';
import { moneyOf } from '@/tests/support/fixtures/payments';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { actorOf } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();
const tenant = await createTestTenant(owner);
const clientId = await tenant.addClient();
const jane = await tenant.addPerson('client', clientId);
const ravi = await tenant.addPerson('client', await tenant.addClient('Rao villa'));
const projectId = await tenant.addProject(clientId);
const project = { tenantId: tenant.id, clientId, id: projectId };
const phase = await createPhase(owner, project, {
  ...{ name: 'Dachdeckung über der Küche', plannedStartOn: '2026-12-30', plannedEndOn: '2026-12-31' },
});
await createPhase(owner, project, { name: 'Without dates', position: 2 });
const invoice = await invoicesOf(tenant.admin.token).issued({ client_id: clientId, lines: [line()] }, {});

const addressOf = async (actor: Actor) => (await write(actor, (db) => createCalendarAddress(db, {}, actor))).token;
async function fetched(address: string) {
  const token = address.split('/').at(-1) ?? '';
  const request = new NextRequest(address);
  const response = await GET(request, { params: Promise.resolve({ token }) });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}
const eventsOf = async (address: string) => {
  const { text } = await fetched(address);
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((of) => new ICAL.Event(of));
};

describe('the calendar of a person', () => {
  it('has the planned phases they see and the invoices to pay, as another library reads it', async () => {
    const address = await addressOf(await actorOf(owner, jane.email));
    expect(address).toMatch(/\/api\/calendar\/[\w-]{40,}\.ics$/);
    expect(await fetched(address)).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8' });
    const events = await eventsOf(address);
    expect(events.map(({ summary }) => summary).sort()).toEqual([
      'Dachdeckung über der Küche · House',
      `Invoice ${invoice.number} due: €100.00`,
    ]);
    const roof = events.find(({ summary }) => summary.startsWith('Dach'));
    expect([roof?.startDate.toString(), roof?.endDate.toString()]).toEqual(['2026-12-30', '2027-01-01']);
    const due = events.find(({ summary }) => summary.startsWith('Invoice'));
    expect(due?.startDate.toString()).toBe(invoice.due_on);
  });

  it('keeps the UID of what was changed, with a higher SEQUENCE', async () => {
    const address = await addressOf(await actorOf(owner, tenant.staff.email));
    const roof = async () => (await eventsOf(address)).find(({ uid }) => uid.startsWith(`phase-${phase.id}@`));
    const before = await roof();
    const change = (body: object) =>
      call(changePhase, {
        ...{ token: tenant.staff.token, params: { id: projectId, phaseId: phase.id }, body, method: 'PATCH' },
      });
    expect((await change({ planned_end_on: '2027-01-08' })).status).toBe(200);
    const after = await roof();
    expect([after?.uid, after?.endDate.toString()]).toEqual([before?.uid, '2027-01-09']);
    expect(after?.sequence).toBe((before?.sequence ?? 0) + 1);
    await change({ percent: 40 });
    expect((await roof())?.sequence).toBe(after?.sequence);
  });

  it('has no phases of a project that was called off', async () => {
    const actor = await actorOf(owner, tenant.staff.email);
    const address = await addressOf(actor);
    const other = { ...project, id: await tenant.addProject(clientId) };
    await createPhase(owner, other, { name: 'Never', plannedEndOn: '2027-03-01' });
    const names = async () => (await eventsOf(address)).map(({ summary }) => summary);
    expect(await names()).toContain('Never · House');
    await owner.query("update projects set status = 'cancelled' where id = $1", [other.id]);
    expect(await names()).not.toContain('Never · House');
  });

  it('has nothing of other clients, and no money for staff', async () => {
    expect(await eventsOf(await addressOf(await actorOf(owner, ravi.email)))).toEqual([]);
    const staff = await eventsOf(await addressOf(await actorOf(owner, tenant.staff.email)));
    expect(staff.map(({ uid }) => uid.split('-')[0])).toEqual(['phase']);
    const admin = await eventsOf(await addressOf(await actorOf(owner, tenant.admin.email)));
    expect(admin).toHaveLength(2);
  });

  it('counts up an invoice that is paid in part, and leaves it out once nothing is open', async () => {
    const address = await addressOf(await actorOf(owner, jane.email));
    const due = async () => (await eventsOf(address)).find(({ uid }) => uid.startsWith(`invoice-${invoice.id}@`));
    const before = await due();
    const changedAt = async () => {
      const { rows } = await owner.query<{ at: Date }>('select updated_at as at from invoices where id = $1', [
        invoice.id,
      ]);
      return rows[0]?.at.getTime() ?? 0;
    };
    const issued = await changedAt();
    const pay = (amount: string) =>
      moneyOf(tenant.admin.token).pay({
        ...{ client_id: clientId, amount, method: 'bank_transfer' },
        allocations: [{ invoice_id: invoice.id, amount }],
      });
    expect((await pay('40.00')).status).toBe(201);
    expect(await changedAt()).toBeGreaterThan(issued);
    // As if the payment had come a minute later: the revision is counted in seconds.
    await owner.query(`update invoices set updated_at = updated_at + interval '1 minute' where id = $1`, [invoice.id]);
    const part = await due();
    expect([part?.uid, part?.summary]).toEqual([before?.uid, `Invoice ${invoice.number} due: €60.00`]);
    expect(part?.sequence).toBeGreaterThan(before?.sequence ?? 0);
    expect((await pay('60.00')).status).toBe(201);
    expect(await due()).toBeUndefined();
  });
});

describe('the private address', () => {
  it('is not found once it was revoked or replaced, or its person has lost access', async () => {
    const actor = await actorOf(owner, jane.email);
    const first = await addressOf(actor);
    const second = await addressOf(actor);
    expect((await fetched(first)).status).toBe(404);
    expect((await fetched(second)).status).toBe(200);
    const { rows } = await owner.query<{ id: string }>(
      "select id from api_tokens where user_id = $1 and purpose = 'calendar' and revoked_at is null",
      [jane.id],
    );
    await write(actor, (db) => revokeToken(db, { tokenId: rows[0]?.id ?? '' }, actor));
    expect((await fetched(second)).status).toBe(404);
    const third = await addressOf(actor);
    await owner.query('update clients set is_active = false where id = $1', [clientId]);
    expect((await fetched(third)).status).toBe(404);
    await owner.query('update clients set is_active = true where id = $1', [clientId]);
    expect((await fetched(third)).status).toBe(200);
  });

  it('opens the calendar alone, and no token of the API opens the calendar', async () => {
    const address = await addressOf(await actorOf(owner, ravi.email));
    const token = address.split('/').at(-1)?.replace('.ics', '') ?? '';
    expect((await call(meRoute, { token })).status).toBe(401);
    expect((await call(meRoute, { token: ravi.token })).status).toBe(200);
    expect((await fetched(address.replace(token, ravi.token))).status).toBe(404);
    expect((await fetched(address.replace(token, 'unknown'))).status).toBe(404);
  });
});
