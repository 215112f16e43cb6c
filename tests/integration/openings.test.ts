import { describe, expect, it } from 'vitest';
import { GET as ofRecord } from '@/app/api/admin/openings/route';
import { GET as fetchOwn } from '@/app/api/client/documents/[id]/download/route';
import { GET as fetchPhoto } from '@/app/api/client/gallery/[id]/[variant]/route';
import { GET as fetchPdf } from '@/app/api/client/invoices/[id]/pdf/route';
import { GET as listLooks } from '@/app/api/client/looks/route';
import { GET as listOwn } from '@/app/api/client/openings/route';
import { actAs } from '@/lib/auth/on-behalf';
import type { ClientActor } from '@/lib/authz/actor';
import type { clientUser } from '@/lib/authz/guards';
import { write } from '@/lib/authz/scope';
import { recordOpening } from '@/lib/openings/commands';
import type { OpenedType } from '@/lib/openings/rule';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { createDocumentFixture } from '@/tests/support/fixtures/documents';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';
import { createStudio } from '@/tests/support/fixtures/photos';
import { call } from '@/tests/support/http/api';
import { download } from '@/tests/support/http/upload';
import { actorOf, adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();
await testStorage();

const asPerson = async (email: string) => (await actorOf(owner, email)) as ReturnType<typeof clientUser>;
const open = async (email: string, type: OpenedType, id: string) => {
  const me: ClientActor = await asPerson(email);
  await write(me, (db) => recordOpening(db, { type, id }, me));
};
const laterBy = (hours: number, id: string) =>
  owner.query("update openings set last_at = last_at - $2 * interval '1 hour' where record_id = $1", [id, hours]);

async function published() {
  const fixture = await createDocumentFixture(owner);
  const id = await fixture.uploadDocument({ title: 'Floor plan' });
  await fixture.move(id, 'published');
  const told = async (token = fixture.admin.token, type = 'document') =>
    (await call(ofRecord, { token, query: `?record_type=${type}&record_id=${id}` })).body.data;
  return { ...fixture, id, told };
}

describe('who opened a record', () => {
  it('is one line per person and way, which counts what is ten minutes apart', async () => {
    const { id, person, told } = await published();
    await open(person.email, 'document', id);
    await open(person.email, 'document', id);
    expect(await told()).toMatchObject([{ user_id: person.id, user_name: person.name, way: 'opened', times: 1 }]);
    await laterBy(1, id);
    await open(person.email, 'document', id);
    await download(fetchOwn, { token: person.token, params: { id } });
    expect(await told()).toMatchObject([
      { way: expect.any(String), times: expect.any(Number) },
      { user_id: person.id },
    ]);
    expect((await told()).map(({ way, times }: { way: string; times: number }) => `${way} ${times}`).sort()).toEqual([
      'downloaded 1',
      'opened 2',
    ]);
  });

  it('is nobody for a record that the person does not see, and for a preview', async () => {
    const { id, stranger, person, move, told } = await published();
    await open(stranger.email, 'document', id);
    await move(id, 'approved');
    await open(person.email, 'document', id);
    expect(await told()).toEqual([]);
  });

  it('is told to the business, its own people and nobody else; staff hear nothing of invoices', async () => {
    const { id, admin, staff, person, stranger, clientId, addPerson, told } = await published();
    await open(person.email, 'document', id);
    const money = invoicesOf(admin.token);
    const { id: invoice, number } = await money.issued({ client_id: clientId, lines: [line()] });
    await open(person.email, 'invoice', invoice);
    expect(await told(staff.token)).toHaveLength(1);
    const ofInvoice = (token: string) =>
      call(ofRecord, { token, query: `?record_type=invoice&record_id=${invoice}` }).then(({ body }) => body.data);
    expect(await ofInvoice(staff.token)).toEqual([]);
    expect(await ofInvoice(admin.token)).toHaveLength(1);
    const relative = await addPerson('client', clientId);
    const own = await call(listOwn, { token: relative.token });
    expect(own.body.data.map(({ title }: { title: string }) => title).sort()).toEqual([number, 'Floor plan']);
    expect((await call(listOwn, { token: stranger.token })).body.data).toEqual([]);
    expect((await call(ofRecord, { token: person.token, query: `?record_type=document&record_id=${id}` })).status).toBe(
      403,
    );
  });

  it('names a record no more once it is hidden, and pages without loss', async () => {
    const { id, person, move, uploadDocument } = await published();
    const others = [await uploadDocument({ title: 'Second' }), await uploadDocument({ title: 'Third' })];
    for (const other of others) await move(other, 'published');
    for (const one of [id, ...others]) await open(person.email, 'document', one);
    await move(id, 'approved');
    const titles: (string | null)[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await call(listOwn, { token: person.token, query: `?limit=1${cursor && `&cursor=${cursor}`}` });
      titles.push(...body.data.map(({ title }: { title: string | null }) => title));
      cursor = body.next_cursor;
    }
    expect(titles.sort()).toEqual(['Second', 'Third', null].sort());
  });
});

describe('who downloaded', () => {
  it('counts a photo that is kept, and none that is only shown', async () => {
    const { person, admin, addPhoto } = await createStudio(owner);
    const { body } = await addPhoto({ visibility: 'client' });
    const id: string = body.data.id;
    const params = { id, variant: 'large' };
    const told = async () =>
      (await call(ofRecord, { token: admin.token, query: `?record_type=photo&record_id=${id}` })).body.data;
    expect((await download(fetchPhoto, { token: person.token, params })).status).toBe(200);
    expect(await told()).toEqual([]);
    const kept = await download(fetchPhoto, { token: person.token, params, query: '?download=true' });
    expect([kept.status, kept.headers.get('content-disposition')]).toEqual([200, expect.stringMatching(/^attachment/)]);
    expect(await told()).toMatchObject([{ user_id: person.id, way: 'downloaded' }]);
  });

  it('counts the PDF of an invoice', async () => {
    const { admin, person, clientId } = await createDocumentFixture(owner);
    const { id } = await invoicesOf(admin.token).issued({ client_id: clientId, lines: [line()] });
    expect((await download(fetchPdf, { token: person.token, params: { id } })).status).toBe(200);
    const { body } = await call(ofRecord, { token: admin.token, query: `?record_type=invoice&record_id=${id}` });
    expect(body.data).toMatchObject([{ user_id: person.id, way: 'downloaded', times: 1 }]);
  });
});

describe('who looked as me', () => {
  it('is told to the person alone, by name and time', async () => {
    const { admin, person, clientId, addPerson, stranger } = await createDocumentFixture(owner);
    const relative = await addPerson('client', clientId);
    await actAs(await adminActor(owner, admin.email), person.id);
    const looks = async (token: string) => (await call(listLooks, { token })).body.data;
    expect(await looks(person.token)).toEqual([
      { id: expect.any(String), name: admin.name, looked_at: expect.stringMatching(/Z$/) },
    ]);
    for (const { token } of [relative, stranger]) expect(await looks(token)).toEqual([]);
  });

  it('is a list without gaps, the latest first', async () => {
    const { admin, person } = await createDocumentFixture(owner);
    const behind = await adminActor(owner, admin.email);
    for (let times = 0; times < 3; times += 1) {
      await actAs(behind, person.id);
      // The trail is append-only, so that the test moves the clock of the rule and not the rows.
      await owner.query('alter table audit_entries disable trigger user');
      await owner.query("update audit_entries set created_at = created_at - interval '1 hour' where record_id = $1", [
        person.id,
      ]);
      await owner.query('alter table audit_entries enable trigger user');
    }
    const first = await call(listLooks, { token: person.token, query: '?limit=2' });
    const second = await call(listLooks, { token: person.token, query: `?limit=2&cursor=${first.body.next_cursor}` });
    const at = [...first.body.data, ...second.body.data].map(({ looked_at }: { looked_at: string }) => looked_at);
    expect([at.length, second.body.next_cursor]).toEqual([3, null]);
    expect(at).toEqual([...at].sort().reverse());
  });
});
