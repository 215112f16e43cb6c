import { readdir, readlink } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { quarters } from '@/tests/support/files/pictures';
import { openedGuestPass } from '@/tests/support/identity/guest';
import { tokenFor } from '@/tests/support/identity/sign-in';
import { ownPortal } from '@/tests/support/processes/portal';
import { sourceFiles } from '@/tests/support/source/files';

const { url, owner, folder } = await ownPortal();

/** Every route that serves a file, found in app/. */
const doors = sourceFiles()
  .filter(({ path, text }) => /\/route\.ts$/.test(path) && /define(?:(?:Public|Guest)?File|Paper)Route\(/.test(text))
  .map(({ path }) =>
    path
      .replace(/^app/, '')
      .replace(/\/route\.ts$/, '')
      .replaceAll(/\/\([^)]*\)/g, ''),
  );

const janes = "join users u on u.client_id = x.client_id where u.email = 'jane@okafor.example'";
const claimWithProof = `select x.id from payment_claims x ${janes} and x.proof_file_id is not null limit 1`;
const ticketWithFile =
  "select a.ticket_id as id from ticket_attachments a join users u on u.id = a.client_user_id where u.email = 'jane@okafor.example' limit 1";
/** An archive of Jane's, whose bytes are those of one of her documents. */
const archive = `insert into client_exports
  (id, tenant_id, client_id, user_id, asked_by_id, asked_by_name, state, file_name, storage_key, byte_size, sha256, ready_at, expires_at)
  select gen_random_uuid(), x.tenant_id, x.client_id, u.id, u.id, u.name, 'ready', 'all.zip', f.storage_key, f.byte_size, f.sha256, now(),
    now() + interval '1 day'
  from documents x join document_versions v on v.id = x.published_version_id join stored_files f on f.id = v.file_id ${janes} limit 1
  on conflict (storage_key) do update set state = 'ready' returning id`;
/** A sealed part of the audit trail, whose bytes are those of a document too. */
const sealed = `insert into audit_archives (id, tenant_id, storage_key, number, first_position, last_position, before_hash, last_hash, line_count,
    first_at, last_at, byte_size, sha256, public_key, sealed_at)
  select gen_random_uuid(), x.tenant_id, f.storage_key, 1, 1000000, 1000000, f.sha256, f.sha256, 1, now(), now(), f.byte_size, f.sha256, f.sha256, now()
  from documents x join document_versions v on v.id = x.published_version_id join stored_files f on f.id = v.file_id ${janes} order by x.id limit 1
  on conflict (storage_key) do nothing returning id`;
const anyArchive = `with made as (${sealed}) select id from made union all select id from audit_archives limit 1`;
/** The query for the record that fills `[id]`, by the start of the route's path. */
const records: [start: string, query: string][] = [
  ['/api/client/documents', `select x.id from documents x ${janes} and x.status = 'published' limit 1`],
  ['/api/admin/documents', `select x.id from documents x ${janes} limit 1`],
  ['/api/client/gallery', `select x.id from photos x ${janes} and x.visibility = 'client' limit 1`],
  ['/api/admin/gallery', `select x.id from photos x ${janes} limit 1`],
  ['/api/client/invoices', `select x.id from invoices x ${janes} and x.status = 'issued' limit 1`],
  ['/api/admin/invoices', `select x.id from invoices x ${janes} and x.status = 'issued' limit 1`],
  ['/api/client/credit-notes', `select x.id from credit_notes x ${janes} limit 1`],
  ['/api/admin/credit-notes', `select x.id from credit_notes x ${janes} limit 1`],
  ['/api/client/payment-claims', claimWithProof],
  ['/api/admin/payment-claims', claimWithProof],
  ['/api/client/support', ticketWithFile],
  ['/api/admin/support', ticketWithFile],
  ['/api/client/exports', archive],
  ['/api/admin/exports', archive],
  ['/api/admin/audit/archives', anyArchive],
  ['/api/admin/clients', `select x.client_id as id from invoices x ${janes} limit 1`],
  ['/guest/files/documents', `select x.id from documents x ${janes} and x.status = 'published' limit 1`],
  ['/guest/files/invoices', `select x.id from invoices x ${janes} and x.status = 'issued' limit 1`],
  ['/guest/files/credit-notes', `select x.id from credit_notes x ${janes} limit 1`],
  ['/guest/files/photos', `select x.id from photos x ${janes} and x.visibility = 'client' limit 1`],
  ['/showcase', `select x.id from photos x ${janes} and x.visibility = 'public' limit 1`],
];

async function addressOf(door: string): Promise<string> {
  const query = records.find(([start]) => door.startsWith(start))?.[1];
  const id = query && (await owner.query<{ id: string }>(query)).rows[0]?.id;
  if (door.includes('[id]') && !id) throw new Error(`Say which record stands for ${door}`);
  const attachment = await owner.query<{ id: string }>('select id from ticket_attachments where ticket_id = $1', [id]);
  const span = door.includes('/statement/') ? '?date_from=2026-01-01&date_to=2026-12-31' : '';
  return (door + span)
    .replace('[id]', id ?? '')
    .replace('[attachmentId]', attachment.rows[0]?.id ?? '')
    .replace('[variant]', 'large')
    .replace(/\[(tenant|business)\]/, 'harbor-pine');
}

const headersFor = async (door: string): Promise<Record<string, string>> => {
  if (door.startsWith('/guest/')) return { cookie: (await openedGuestPass(owner)).cookie };
  if (!door.startsWith('/api/')) return {};
  const account = door.startsWith('/api/client') ? 'jane@okafor.example' : 'admin@harborpine.example';
  return { authorization: `Bearer ${await tokenFor(owner, account)}` };
};

beforeAll(async () => {
  await owner.query("update tenants set showcase_enabled = true where slug = 'harbor-pine'");
  const body = new FormData();
  body.append('logo', new File([new Uint8Array(await quarters().png().toBuffer())], 'logo.png'));
  const headers = await headersFor('/api/admin');
  expect((await fetch(`${url}/api/admin/logo`, { method: 'POST', headers, body })).status).toBe(201);
  const open = `select x.id from invoices x ${janes} and x.open_minor > 0
    and not exists (select from payment_claims c where c.invoice_id = x.id and c.status = 'claimed') limit 1`;
  const { rows } = await owner.query<{ id: string }>(open);
  const claim = new FormData();
  claim.append('paid_on', new Date().toISOString().slice(0, 10));
  claim.append('proof', new File([new Uint8Array(await quarters().png().toBuffer())], 'transfer.png'));
  const address = `${url}/api/client/invoices/${rows[0]?.id}/claims/with-proof`;
  const sent = await fetch(address, { method: 'POST', headers: await headersFor('/api/client'), body: claim });
  expect(sent.status).toBe(201);
});

describe('a file', () => {
  it('is sent by some doors', () => expect(doors.length).toBeGreaterThan(6));

  it.each(doors)('is harmless as %s sends it', async (door) => {
    const answer = await fetch(url + (await addressOf(door)), { headers: await headersFor(door) });
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'content-disposition': expect.stringMatching(/^(?:inline|attachment); filename="/),
      'content-length': String((await answer.arrayBuffer()).byteLength),
    });
  });
});

/** The number of open file descriptors below the storage folder, over all processes of this machine. */
async function openFiles(folder: string): Promise<number> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const held = processes.map(async (process) => {
    const descriptors = await readdir(`/proc/${process}/fd`).catch(() => []);
    const targets = descriptors.map((fd) => readlink(`/proc/${process}/fd/${fd}`).catch(() => ''));
    return (await Promise.all(targets)).filter((target) => target.startsWith(folder)).length;
  });
  return (await Promise.all(held)).reduce((sum, count) => sum + count, 0);
}

it.skipIf(process.platform !== 'linux')(
  'a connection that asks for many files at once and closes leaves none of them open',
  async () => {
    const door = '/api/client/documents/[id]/preview';
    const [address, headers] = [await addressOf(door), await headersFor(door)];
    const socket = connect(Number(new URL(url).port), 'localhost');
    const lines = [`GET ${address} HTTP/1.1`, 'Host: localhost', `Authorization: ${Object.values(headers)[0]}`];
    const files = join(folder, 'files');
    socket.pause(); // reads nothing, so that every response stays unsent
    socket.write(`${lines.join('\r\n')}\r\n\r\n`.repeat(80));
    await expect.poll(() => openFiles(files), { timeout: 10_000 }).toBeGreaterThan(0);
    socket.destroy();
    await expect.poll(() => openFiles(files), { timeout: 5_000 }).toBe(0);
  },
);
