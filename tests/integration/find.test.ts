import { describe, expect, it } from 'vitest';
import { GET as searchAsTeam } from '@/app/api/admin/search/route';
import { GET as searchAsClient } from '@/app/api/client/search/route';
import { testDatabase } from '@/tests/support/database/database';
import {
  createClient,
  createClientUser,
  createPhase,
  createProject,
  createProjectUpdate,
} from '@/tests/support/factories/identity';
import { createCreditNote, createInvoice, createTimeEntry } from '@/tests/support/factories/money';
import {
  createDocument,
  createDocumentVersion,
  createPhoto,
  createStoredFile,
  publishVersion,
} from '@/tests/support/factories/records';
import { createTicket, createTicketMessage, createTicketNote } from '@/tests/support/factories/tickets';
import { searchedTenant } from '@/tests/support/fixtures/searched';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { tokenFor } from '@/tests/support/identity/sign-in';

const { owner } = await testDatabase();
const { tenantId, admin, staff, client, person, project, type, tokens, answerTo, found } = await searchedTenant(owner);

describe('every kind', () => {
  const word = 'walnut';
  it('is found by those who may read it, and by nobody else', async () => {
    const file = await createStoredFile(owner, { tenantId }, { fileName: 'Walnut_plan v2.pdf' });
    const document = await createDocument(owner, project, type, { title: 'Kitchen' });
    await publishVersion(owner, await createDocumentVersion(owner, document, staff, { fileId: file.id }));
    const draft = await createDocument(owner, project, type, { title: 'Walnut draft' });
    const phase = await createPhase(owner, project, { name: 'Walnut floor' });
    const photo = await createPhoto(owner, project, staff, { caption: 'Walnut stairs', visibility: 'client' });
    const hidden = await createPhoto(owner, project, staff, { caption: 'Walnut, cracked', visibility: 'internal' });
    const update = await createProjectUpdate(owner, project, staff, { body: 'The walnut has come.' });
    const planned = await createProjectUpdate(owner, project, staff, { title: 'Walnut', publishedAt: null });
    const asker = { ...person, clientId: client.id };
    const ticket = await createTicket(owner, asker, { body: 'Is it walnut?', projectId: project.id });
    const message = await createTicketMessage(
      owner,
      ticket,
      { ...staff, userType: 'staff' },
      { body: 'It is **walnut**.' },
    );
    const note = await createTicketNote(owner, ticket, staff, { body: 'Walnut is dear.' });
    const invoice = await createInvoice(owner, client, { status: 'issued', notes: 'Walnut, oiled' });
    const unsent = await createInvoice(owner, client, { notes: 'Walnut too' });
    const credit = await createCreditNote(owner, { ...invoice, clientId: client.id }, admin, {
      reason: 'Walnut was pine',
    });
    const hours = await createTimeEntry(owner, project, staff, { description: 'Walnut sanded' });
    const of = (rows: Record<string, { id: string }>) =>
      Object.entries(rows).map(([kind, { id }]) => `${kind.replace(/\d/, '')} ${id}`);
    const both = of({ document, phase, photo, update, ticket, message, time_entry: hours });
    const money = of({ invoice, credit_note: credit });
    const internal = of({ document1: draft, photo1: hidden, update1: planned, note });
    expect((await found(word, 'client')).sort()).toEqual([...both, ...money].sort());
    expect((await found(word, 'staff')).sort()).toEqual([...both, ...internal].sort());
    expect((await found(word, 'admin')).sort()).toEqual(
      [...both, ...money, ...internal, `invoice ${unsent.id}`].sort(),
    );
    expect(await found(word, 'client', { kinds: 'message,invoice' })).toHaveLength(2);
    const { body } = await answerTo('pdf walnut', 'client');
    expect(body.data).toEqual([
      expect.objectContaining({
        ...{ type: 'document', id: document.id, title: 'Kitchen', excerpt: 'Walnut_plan v2.pdf' },
        match: 'text',
        project_name: project.name,
        client_name: null,
      }),
    ]);
    // A neighbour of the same client reads neither tickets nor messages of this person.
    const { email } = await createClientUser(owner, client);
    const { body: next } = await call(searchAsClient, { token: await tokenFor(owner, email), query: `?q=${word}` });
    expect(next.data.filter(({ type }: { type: string }) => type === 'ticket' || type === 'message')).toEqual([]);
  });

  it('follows its record: withdrawn, hidden, renamed, removed', async () => {
    const [other] = [await createProject(owner, client, { name: 'Larch hall' })];
    const document = await createDocument(owner, other, type, { title: 'Larch plan' });
    const version = await createDocumentVersion(owner, document, staff);
    const hours = await createTimeEntry(owner, other, staff, { description: 'Larch cut' });
    const kinds = async () => (await found('larch', 'client')).map((one) => one.split(' ')[0]);
    expect(await kinds()).toEqual(['project', 'time_entry']);
    await publishVersion(owner, version);
    expect(await kinds()).toEqual(['project', 'document', 'time_entry']);
    await owner.query(
      "update documents set published_version_id = null, published_at = null, status = 'approved' where id = $1",
      [document.id],
    );
    await owner.query("update projects set hours_shown = 'totals' where id = $1", [other.id]);
    expect(await kinds()).toEqual(['project']);
    await owner.query("update projects set name = 'Spruce hall' where id = $1", [other.id]);
    expect(await kinds()).toEqual([]);
    await owner.query('delete from time_entries where id = $1', [hours.id]);
    const { rows } = await owner.query('select kind from search_entries where record_id = $1', [hours.id]);
    expect(rows).toEqual([]);
  });
});

describe('order and numbers', () => {
  it('an exact number comes first, then titles, then texts', async () => {
    const asker = { ...person, clientId: client.id };
    const numbered = await createTicket(owner, asker, { number: 4711, subject: 'A door', body: 'It sticks.' });
    const titled = await createProject(owner, client, { name: '4711 cologne' });
    const mentioned = await createTicketMessage(
      owner,
      numbered,
      { ...staff, userType: 'staff' },
      { body: 'See 4711.' },
    );
    const expected = [`ticket ${numbered.id}`, `project ${titled.id}`, `message ${mentioned.id}`];
    for (const question of ['4711', '#4711', ' #4711 ']) expect(await found(question)).toEqual(expected);
    const invoice = await createInvoice(owner, client, { status: 'issued', number: 'RE-2026-0042', sequence: 42_000 });
    for (const question of ['RE-2026-0042', 're 2026 0042', '0042', '42'])
      expect((await found(question, 'client'))[0]).toBe(`invoice ${invoice.id}`);
    expect((await answerTo('RE-2026-0042')).body.data[0].match).toBe('number');
  });

  it('counts to a bound, and shows the best of each kind first', async () => {
    for (let n = 0; n < 22; n++) await createPhase(owner, project, { name: `Teak ${n}` });
    const { id } = await createDocument(owner, project, type, { title: 'Teak list' });
    const { body } = await answerTo('teak', 'staff', { limit: '2' });
    expect(body.data.map(({ type: kind }: { type: string }) => kind).sort()).toEqual(['document', 'phase']);
    expect(body.data.some((one: { id: string }) => one.id === id)).toBe(true);
    expect(body.counts).toEqual([
      { type: 'phase', count: 20, more: true },
      { type: 'document', count: 1, more: false },
    ]);
    const { body: alone } = await answerTo('teak', 'staff', { kinds: 'phase', limit: '200' });
    expect([alone.data.length, alone.counts]).toEqual([22, [{ type: 'phase', count: 22, more: false }]]);
  });

  it('refuses unknown kinds, those of the team for clients, and a missing question', async () => {
    expect((await answerTo('oak', 'client', { kinds: 'person' })).status).toBe(422);
    expect((await answerTo('oak', 'admin', { kinds: 'password' })).status).toBe(422);
    expect((await call(searchAsTeam, { token: tokens.admin, query: '' })).status).toBe(422);
    expect((await call(searchAsTeam, { token: tokens.client, query: '?q=oak' })).status).toBe(403);
  });
});

it('5,000 rows of others with the word hide none of mine, nor do they show in a count', async () => {
  const neighbour = await createClient(owner, { id: tenantId });
  const theirs = await createProject(owner, neighbour, { name: 'Next door' });
  const stranger = await createTestTenant(owner);
  const far = await createProject(owner, await createClient(owner, { id: stranger.id }), { name: 'Far' });
  for (const { tenantId: tenant, clientId, id } of [theirs, far])
    await owner.query(
      `insert into phases (id, tenant_id, client_id, project_id, key, name, position, updated_at)
       select gen_random_uuid(), $1, $2, $3, 'k' || n, 'Zebrano ' || n, 0, now() from generate_series(1, 5000) n`,
      [tenant, clientId, id],
    );
  const { id } = await createPhase(owner, project, {
    name: 'Zebrano door',
    plannedStartOn: '1999-01-01',
    plannedEndOn: '1999-01-02',
  });
  expect(await found('zebrano', 'client')).toEqual([`phase ${id}`]);
  expect(await found('zebrano door', 'staff')).toEqual([`phase ${id}`]);
  expect(await found('zebrnao', 'client')).toEqual([`phase ${id}`]);
  const { body } = await answerTo('zebrano', 'client');
  expect(body.counts).toEqual([{ type: 'phase', count: 1, more: false }]);
});
