import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { GET as documentFile } from '@/app/guest/files/documents/[id]/route';
import { GET as photoFile } from '@/app/guest/files/photos/[id]/[variant]/route';
import { guestCookieName, identifyGuest, sealGuest } from '@/lib/auth/guests';
import { read } from '@/lib/authz/scope';
import type { RouteHandler } from '@/lib/doors/facts';
import { isDenial } from '@/tests/integration/wall/through-prisma';
import { seededDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { freshOrigin } from '@/tests/support/identity/account';
import { newGuestPass } from '@/tests/support/identity/guest';

const { owner } = await seededDatabase();
await testStorage();

const jane = "select client_id from users where email = 'jane@okafor.example'";
const idOf = async (sql: string): Promise<string> => (await owner.query(sql)).rows[0].id;

/** The cookie of a pass with these sections, of the first project of Jane's client only. */
async function opened(sections: string[]) {
  const { id } = await newGuestPass(owner);
  await owner.query('update guest_passes set sections = $2 where id = $1', [id, sections]);
  await owner.query(
    'delete from guest_pass_projects where pass_id = $1 and project_id <> (select min(project_id::text)::uuid from guest_pass_projects where pass_id = $1)',
    [id],
  );
  return { id, cookie: await sealGuest(id) };
}

const get = async (handler: RouteHandler, cookie: string | null, params: Record<string, string>) => {
  const headers = cookie === null ? {} : { cookie: `${guestCookieName()}=${cookie}` };
  const request = new NextRequest('http://localhost:3000/guest/files/test', { headers });
  const answer = await handler(request, { params: Promise.resolve(params) });
  await answer.body?.cancel();
  return answer.status;
};

const published = (where: string) =>
  `select id from documents where published_version_id is not null and client_id = (${jane}) and ${where} order by id limit 1`;
const chosen = `(select min(id::text)::uuid from projects where client_id = (${jane}))`;

describe('the files of a pass', () => {
  it('are those of its projects and sections, and a download is a line in its log', async () => {
    const { id: pass, cookie } = await opened(['documents']);
    const { rows } = await owner.query(published(`project_id = ${chosen}`));
    const own = rows[0]?.id;
    if (own) {
      expect(await get(documentFile, cookie, { id: own })).toBe(200);
      const log = await owner.query("select record_id from guest_visits where pass_id = $1 and place = 'file'", [pass]);
      expect(log.rows).toEqual([{ record_id: own }]);
    }
    const others = await owner.query(published(`project_id <> ${chosen}`));
    for (const { id } of others.rows) expect(await get(documentFile, cookie, { id })).toBe(404);
    expect(own ?? others.rows[0]?.id).toBeDefined();
  });

  it('are refused without the section, without a cookie and of drafts', async () => {
    const { cookie } = await opened(['hours']);
    const id = await idOf(published('true'));
    const photo = await idOf(`select id from photos where visibility = 'client' and client_id = (${jane}) limit 1`);
    expect(await get(documentFile, cookie, { id })).toBe(404);
    expect(await get(documentFile, null, { id })).toBe(404);
    expect(await get(photoFile, cookie, { id: photo, variant: 'thumbnail' })).toBe(404);
    const internal = await idOf("select id from photos where visibility = 'internal' limit 1");
    const all = await sealGuest((await newGuestPass(owner)).id);
    expect(await get(photoFile, all, { id: photo, variant: 'thumbnail' })).toBe(200);
    expect(await get(photoFile, all, { id: internal, variant: 'thumbnail' })).toBe(404);
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
