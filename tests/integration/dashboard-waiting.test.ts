import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClientActor } from '@/lib/authz/actor';
import { read } from '@/lib/authz/scope';
import { findDashboard } from '@/lib/dashboard/queries';
import { addDays } from '@/lib/dates';
import { testDatabase } from '@/tests/support/database/database';
import { createClaim, createNotification } from '@/tests/support/factories/money';
import {
  createDocument,
  createDocumentType,
  createDocumentVersion,
  publishVersion,
} from '@/tests/support/factories/records';
import { insertRow } from '@/tests/support/factories/rows';
import { createTicket } from '@/tests/support/factories/tickets';
import {
  createClientFixture,
  createEmployee,
  createInvoice,
  createProject,
} from '@/tests/support/fixtures/portal-records';
import { actorOf } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();
const today = '2026-11-21';

async function person() {
  const fixture = await createClientFixture(owner);
  const actor = (await actorOf(owner, fixture.email)) as ClientActor;
  const employee = { ...(await createEmployee(owner, fixture)), name: 'Ida Brandt' };
  const projectId = await createProject(owner, fixture);
  const place = { tenantId: fixture.tenantId, clientId: fixture.clientId };
  const waiting = async () => {
    const dashboard = await read(actor, (db) => findDashboard(db, today));
    if (!dashboard) throw new Error('no dashboard');
    return dashboard.waiting;
  };
  return { fixture, actor, employee, place, project: { ...place, id: projectId }, waiting };
}

const invoices = fc.uniqueArray(
  fc.record({
    isPaid: fc.boolean(),
    due: fc.integer({ min: -40, max: 40 }),
    declined: fc.integer({ min: 0, max: 2 }),
    isClaimed: fc.boolean(),
  }),
  { maxLength: 8, selector: ({ due }) => due },
);

describe('invoices that wait on the client', () => {
  it('are those with something to pay that nobody claims to have paid, by the last word about them', async () => {
    await fc.assert(
      fc.asyncProperty(invoices, async (wanted) => {
        const { fixture, actor, place, employee, waiting } = await person();
        const expected: { id: string; kind: string; due: number }[] = [];
        for (const { isPaid, due, declined, isClaimed } of wanted) {
          const sums = { total_minor: 100, paid_minor: isPaid ? 100 : 0 };
          const id = await createInvoice(owner, fixture, {
            ...sums,
            due_on: addDays(today, due),
            issued_on: '2026-01-01',
          });
          const claim = (n: number, wishes: object) =>
            createClaim(
              owner,
              { ...place, id },
              { id: actor.userId, name: actor.name },
              {
                createdAt: new Date(Date.UTC(2026, 9, n + 1)),
                ...wishes,
              },
            );
          const decided = { decidedById: employee.id, decidedByName: employee.name, decidedAt: new Date() };
          for (let n = 0; n < declined; n++)
            await claim(n, { status: 'declined', declineReason: `reason ${n}`, ...decided });
          if (isClaimed) await claim(9, {});
          const kind = declined > 0 ? 'claim_declined' : due < 0 ? 'invoice_overdue' : 'invoice_due';
          if (!isPaid && !isClaimed) expected.push({ id, kind, due });
        }
        const order = ['claim_declined', 'invoice_overdue', 'invoice_due'];
        const first = expected.toSorted((a, b) => a.due - b.due).slice(0, 5);
        const { count, items } = await waiting();
        expect(count).toBe(expected.length);
        const places = (rows: { id: string; kind: string }[]) => rows.map(({ id, kind }) => `${kind} ${id}`).toSorted();
        expect(places(items)).toEqual(places(first));
        expect(items.map(({ kind }) => order.indexOf(kind))).toEqual(
          items.map(({ kind }) => order.indexOf(kind)).toSorted(),
        );
      }),
      { numRuns: 12 },
    );
  });

  it('say why a claim was declined, and how much is left', async () => {
    const { fixture, actor, place, employee, waiting } = await person();
    const id = await createInvoice(owner, fixture, { total_minor: 1000, paid_minor: 400, due_on: addDays(today, 3) });
    const decided = { decidedById: employee.id, decidedByName: employee.name, decidedAt: new Date() };
    await createClaim(
      owner,
      { ...place, id },
      { id: actor.userId, name: actor.name },
      {
        ...decided,
        ...{ status: 'declined', declineReason: 'Nothing came in.' },
      },
    );
    expect((await waiting()).items).toMatchObject([
      { kind: 'claim_declined', id, reason: 'Nothing came in.', openMinor: 600n, dueOn: addDays(today, 3) },
    ]);
  });
});

describe('answers and documents that wait on a person', () => {
  it('are answers not read since, of their own requests', async () => {
    const { actor, place, employee, waiting } = await person();
    const [me, other] = [
      { ...place, id: actor.userId, name: actor.name },
      { ...place, id: employee.id, name: 'Noah' },
    ];
    const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));
    const ticket = async (of: typeof me, answeredAt: Date | null, readAt: Date | null) => {
      const { id } = await createTicket(owner, of, { answeredAt, firstAnsweredAt: answeredAt });
      const read = { tenantId: place.tenantId, clientUserId: of.id, ticketId: id, userId: actor.userId };
      if (readAt) await insertRow(owner, 'ticket_reads', { ...read, readAt });
      return id;
    };
    const [never, before] = [await ticket(me, at(9), null), await ticket(me, at(10), at(9))];
    await ticket(me, at(10), at(10));
    await ticket(me, null, null);
    await ticket(other, at(10), null);
    const { count, items } = await waiting();
    expect([count, items.map(({ id, kind }) => [id, kind])]).toEqual([
      2,
      [
        [before, 'ticket_answered'],
        [never, 'ticket_answered'],
      ],
    ]);
  });

  it('are published documents of which the person was told and that they have not opened', async () => {
    const { actor, project, employee, waiting } = await person();
    const type = await createDocumentType(owner, { id: project.tenantId });
    const document = async (published: boolean, read: boolean | null) => {
      const row = await createDocument(owner, project, type);
      const version = await createDocumentVersion(owner, row, employee);
      if (published) await publishVersion(owner, version);
      const told = { kind: 'document_published', recordType: 'document', recordId: row.id } as const;
      const reader = { tenantId: project.tenantId, id: actor.userId };
      if (read !== null)
        await createNotification(owner, reader, {
          ...told,
          clientId: project.clientId,
          readAt: read ? new Date() : null,
        });
      return row.id;
    };
    const unread = await document(true, false);
    for (const [published, read] of [
      [true, true],
      [true, null],
      [false, false],
    ] as const)
      await document(published, read);
    expect((await waiting()).items.map(({ id }) => id)).toEqual([unread]);
  });

  it('are nothing where nothing waits', async () => {
    const { waiting } = await person();
    expect(await waiting()).toEqual({ count: 0, items: [] });
  });
});
