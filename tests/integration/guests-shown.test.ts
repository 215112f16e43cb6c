import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { GET as creditNotePdf } from '@/app/guest/files/credit-notes/[id]/route';
import { GET as documentFile } from '@/app/guest/files/documents/[id]/route';
import { GET as invoicePdf } from '@/app/guest/files/invoices/[id]/route';
import { GET as photoFile } from '@/app/guest/files/photos/[id]/[variant]/route';
import { guestCookieName, identifyGuest, sealGuest } from '@/lib/auth/guests';
import { read } from '@/lib/authz/scope';
import type { RouteHandler } from '@/lib/doors/facts';
import { getInvoice } from '@/lib/invoices/queries';
import { isDenial } from '@/tests/integration/wall/through-prisma';
import { seededDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { freshOrigin } from '@/tests/support/identity/account';
import { actorOf } from '@/tests/support/identity/actors';
import { newGuestPass } from '@/tests/support/identity/guest';

const { owner } = await seededDatabase();
const storage = await testStorage();

const jane = "select client_id from users where email = 'jane@okafor.example'";
const house = "select id from projects where name = 'Okafor residence: new house'";

const idOf = async (sql: string): Promise<string> => {
  const { rows } = await owner.query(sql);
  if (!rows[0]) throw new Error(`No row: ${sql}`);
  return rows[0].id;
};

/** The cookie of a pass with these sections, of the house only. */
async function opened(sections: string[]) {
  const { id } = await newGuestPass(owner);
  await owner.query('update guest_passes set sections = $2 where id = $1', [id, sections]);
  await owner.query(`delete from guest_pass_projects where pass_id = $1 and project_id <> (${house})`, [id]);
  return { id, cookie: await sealGuest(id) };
}

const answerTo = async (handler: RouteHandler, cookie: string | null, params: Record<string, string>) => {
  const headers = cookie === null ? {} : { cookie: `${guestCookieName()}=${cookie}` };
  const request = new NextRequest('http://localhost:3000/guest/files/test', { headers });
  return handler(request, { params: Promise.resolve(params) });
};

const get = async (handler: RouteHandler, cookie: string | null, params: Record<string, string>) => {
  const answer = await answerTo(handler, cookie, params);
  await answer.body?.cancel();
  return answer.status;
};

/** Lays bytes where the demo's row of a file says that they are: the seeded database comes without its files. */
async function stored(sql: string) {
  const { rows } = await owner.query(`select storage_key as key from stored_files where id = (${sql})`);
  const folder = join(storage.folder, 'files', rows[0].key.slice(0, 2));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, rows[0].key), 'bytes');
}

const published = (where: string) =>
  `select id from documents where published_version_id is not null and client_id = (${jane}) and ${where} order by id limit 1`;
const shared = `select id from photos where visibility <> 'internal' and project_id = (${house}) order by id limit 1`;

describe('the files of a pass', () => {
  it('are those of its projects and sections, and a download is a line in its log', async () => {
    const { id: pass, cookie } = await opened(['documents']);
    const [own, other] = [
      await idOf(published(`project_id = (${house})`)),
      await idOf(published(`project_id <> (${house})`)),
    ];
    await stored(
      `select v.file_id from document_versions v join documents d on d.published_version_id = v.id where d.id = '${own}'`,
    );
    expect(await get(documentFile, cookie, { id: own })).toBe(200);
    expect(await get(documentFile, cookie, { id: own })).toBe(200);
    const log = await owner.query("select record_id from guest_visits where pass_id = $1 and place = 'file'", [pass]);
    expect(log.rows).toEqual([{ record_id: own }]);
    expect(await get(documentFile, cookie, { id: other })).toBe(404);
  });

  it('are none of a document that was withdrawn since the list was read', async () => {
    const { cookie } = await opened(['documents']);
    const id = await idOf(published(`project_id = (${house})`));
    const { rows } = await owner.query('select published_version_id as version from documents where id = $1', [id]);
    await stored(`select file_id from document_versions where id = '${rows[0].version}'`);
    expect(await get(documentFile, cookie, { id })).toBe(200);
    await owner.query(
      "update documents set published_version_id = null, published_at = null, status = 'approved' where id = $1",
      [id],
    );
    expect(await get(documentFile, cookie, { id })).toBe(404);
    const again =
      "update documents set published_version_id = $2, published_at = now(), status = 'published' where id = $1";
    await owner.query(again, [id, rows[0].version]);
    expect(await get(documentFile, cookie, { id })).toBe(200);
  });

  it('are refused without the section, without a cookie and once the pass has ended', async () => {
    const photo = await idOf(shared);
    await stored(`select file_id from photo_variants where photo_id = '${photo}' and variant = 'thumbnail'`);
    const [hours, photos] = [await opened(['hours']), await opened(['photos'])];
    const asked = { id: photo, variant: 'thumbnail' };
    expect(await get(photoFile, hours.cookie, asked)).toBe(404);
    expect(await get(photoFile, null, asked)).toBe(404);
    expect(await get(photoFile, photos.cookie, asked)).toBe(200);
    const internal = await idOf(
      `select id from photos where visibility = 'internal' and project_id = (${house}) limit 1`,
    );
    expect(await get(photoFile, photos.cookie, { ...asked, id: internal })).toBe(404);
    await owner.query('update guest_passes set revoked_at = now() where id = $1', [photos.id]);
    expect(await get(photoFile, photos.cookie, asked)).toBe(404);
  });
});

describe('the bills of a pass', () => {
  const issued = (where: string) =>
    `select i.id from invoices i where i.status = 'issued' and i.client_id = (${jane}) and ${where} order by i.paid_minor desc, i.id limit 1`;

  it('say what its person reads on them, but for claims', async () => {
    const id = await idOf(issued(`i.project_id = (${house})`));
    const guest = await identifyGuest((await opened(['invoices'])).cookie, freshOrigin());
    const person = await actorOf(owner, 'jane@okafor.example');
    const shown = await read(guest, (db) => getInvoice(db, { id }, '2026-11-30', 'guest'));
    const own = await read(person, (db) => getInvoice(db, { id }, '2026-11-30'));
    expect(shown).toEqual({ ...own, isClaimed: false });
    expect(shown.settlements).not.toEqual([]);
  });

  it('are a PDF of the chosen projects, with a line in the log', async () => {
    const [id, other] = [
      await idOf(issued(`i.project_id = (${house})`)),
      await idOf(issued(`i.project_id <> (${house})`)),
    ];
    const { id: pass, cookie } = await opened(['invoices']);
    const answer = await answerTo(invoicePdf, cookie, { id });
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const { rows } = await owner.query('select place, record_id from guest_visits where pass_id = $1', [pass]);
    expect(rows).toEqual([{ place: 'file', record_id: id }]);
    expect(await get(invoicePdf, cookie, { id: other })).toBe(404);
    expect(await get(invoicePdf, (await opened(['account'])).cookie, { id })).toBe(404);
    const draft = await idOf("select id from invoices where status = 'draft' limit 1");
    expect(await get(invoicePdf, cookie, { id: draft })).toBe(404);
  });

  it('are credit notes too', async () => {
    const note = await idOf(`select id from credit_notes where client_id = (${jane}) order by id limit 1`);
    const all = await sealGuest((await newGuestPass(owner)).id);
    expect(await get(creditNotePdf, all, { id: note })).toBe(200);
    expect(await get(creditNotePdf, (await opened(['account'])).cookie, { id: note })).toBe(404);
  });
});

describe('a guest is denied, by the database and whatever the pass opens', () => {
  it.each([
    ['supportTicket', {}],
    ['ticketMessage', {}],
    ['notification', {}],
    ['projectComment', {}],
    ['updateNote', {}],
    ['paymentClaim', {}],
    ['user', {}],
    ['client', {}],
    ['guestPass', {}],
    ['guestVisit', {}],
    ['auditEntry', {}],
    ['payment', { select: { amountMinor: true } }],
    ['instalment', {}],
    ['refund', {}],
    ['ticketAttachment', {}],
    ['phaseDateChange', {}],
    ['opening', {}],
    ['project', { select: { contractValueMinor: true } }],
    ['timeEntry', { select: { costRateMinor: true } }],
  ])('%s %o', async (model, query) => {
    const guest = await identifyGuest(await sealGuest((await newGuestPass(owner)).id), freshOrigin());
    const asked = read(guest, async (db) =>
      // Every delegate has findMany; their types share no common one.
      (db as unknown as Record<string, { findMany(query: object): Promise<unknown> }>)[model]?.findMany(query),
    );
    expect(await asked.then(() => 'shown', isDenial)).toBe(true);
  });
});
