import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { hashSecret } from '@/lib/auth/secret-hash';
import { stopToken } from '@/lib/auth/unsubscribe';
import { guestAccount, newGuestPass } from '@/tests/support/identity/guest';
import { sourceFiles } from '@/tests/support/source/files';

/** A page of the portal: the pattern of its folder, and the demo account that may open it (null: signed out). */
export type PortalPage = { pattern: string; account: string | null };

/** Every page of the portal, found in app/, so that a new page is tested automatically. */
export function portalPages(): PortalPage[] {
  const files = sourceFiles().flatMap(
    ({ path }) => /^app(\/.*)?\/page\.tsx$/.exec(path)?.[1] ?? (path === 'app/page.tsx' ? '' : []),
  );
  const patterns = files.map((folder) => folder.replaceAll(/\/\([^)]*\)/g, '') || '/');
  return patterns.sort().map((pattern) => ({ pattern, account: accountFor(pattern) }));
}

function accountFor(pattern: string): string | null {
  if (pattern.startsWith('/client')) return 'jane@okafor.example';
  if (pattern.startsWith('/admin')) return 'admin@harborpine.example';
  if (/^\/guest(?!\/\[token\])/.test(pattern)) return guestAccount;
  return pattern.startsWith('/platform') ? 'super@oriel.example' : null;
}

/** The query for a record of the demo data, by the path segment before `[id]`. */
const records: Record<string, string> = {
  projects:
    "select p.id from projects p join phases f on f.project_id = p.id join users u on u.client_id = p.client_id where u.email = 'jane@okafor.example' order by p.status, p.id limit 1",
  clients: "select c.id from clients c join users u on u.client_id = c.id where u.email = 'jane@okafor.example'",
  documents:
    "select d.id from documents d join users u on u.client_id = d.client_id where u.email = 'jane@okafor.example' and d.status = 'published' order by d.id limit 1",
  invoices:
    "select i.id from invoices i join users u on u.client_id = i.client_id where u.email = 'jane@okafor.example' and i.status = 'issued' order by i.open_minor desc, i.id limit 1",
  'credit-notes':
    "select n.id from credit_notes n join users u on u.client_id = n.client_id where u.email = 'jane@okafor.example' order by n.id limit 1",
  payments:
    "select p.id from payments p join tenants b on b.id = p.tenant_id where b.slug = 'harbor-pine' order by p.id limit 1",
  claims: "select c.id from payment_claims c where c.status = 'claimed' limit 1",
  drafts:
    "select i.id from invoices i join tenants b on b.id = i.tenant_id where b.slug = 'harbor-pine' and i.status = 'draft' order by i.id limit 1",
  'document-types':
    "select t.id from document_types t join tenants b on b.id = t.tenant_id where b.slug = 'harbor-pine' order by t.name limit 1",
  'phase-templates':
    "select t.id from phase_templates t join tenants b on b.id = t.tenant_id where b.slug = 'harbor-pine' order by t.name limit 1",
  support:
    "select t.id from support_tickets t join users u on u.id = t.client_user_id where u.email = 'jane@okafor.example' order by t.number desc limit 1",
  'saved-replies':
    "select r.id from saved_replies r join tenants b on b.id = r.tenant_id where b.slug = 'harbor-pine' order by r.name limit 1",
  gallery:
    "select g.id from photos g join tenants b on b.id = g.tenant_id where b.slug = 'harbor-pine' order by g.id limit 1",
  'time-entries':
    "select e.id from time_entries e join tenants b on b.id = e.tenant_id where b.slug = 'harbor-pine' and e.invoice_line_id is null order by e.id limit 1",
  guests: `insert into guest_passes (id, tenant_id, client_id, user_id, label, sections, token_hash, expires_at)
    select gen_random_uuid(), tenant_id, client_id, id, 'Our accountant', '{photos}', sha256(gen_random_uuid()::text::bytea),
      now() + interval '12 days' from users where email = 'jane@okafor.example' returning id`,
  outbox: `insert into mails (id, tenant_id, user_id, about, state, to_address, subject, content)
    select gen_random_uuid(), u.tenant_id, u.id, 'notifications', 'kept', u.email, 'News of your project', null
    from users u where u.email = 'jane@okafor.example' returning id`,
  imports: `insert into imports (id, tenant_id, kind, file_name, writing, header, sample, mapping, row_count, created_by_id, created_by_name)
    select gen_random_uuid(), u.tenant_id, 'clients', 'clients.csv', '{"encoding":"utf-8","separator":"comma","decimal":".","dateOrder":"dmy"}',
      '["Name"]', '[["Okafor"]]', '["name"]', 1, u.id, u.name
    from users u where u.email = 'admin@harborpine.example' returning id`,
  users: "select id from users where email = 'sam@okafor.example'",
  document:
    "select d.id from documents d join users u on u.client_id = d.client_id where u.email = 'jane@okafor.example' and d.status = 'draft' order by d.id limit 1",
  tenants: "select id from tenants where slug = 'harbor-pine'",
};

/** The address of a page with a real record id or link token in every dynamic segment. */
export async function addressOf({ pattern }: PortalPage, owner: pg.Client): Promise<string> {
  const parts: string[] = [];
  for (const part of pattern.split('/')) {
    const before = parts.at(-1) ?? '';
    // Only a draft can be edited; any other invoice leads to its page.
    if (part === '[id]') parts.push(await recordId(pattern.endsWith('/invoices/[id]/edit') ? 'drafts' : before, owner));
    else if (part === '[phaseId]') parts.push(await phaseOf(parts.at(-2) ?? '', owner));
    else if (part === '[updateId]') parts.push(await updateOf(parts.at(-2) ?? '', owner));
    else if (part === '[type]') parts.push('document');
    else if (part === '[tenant]') parts.push(await openShowcase(owner));
    else if (part === '[business]') parts.push('harbor-pine');
    else if (part === '[code]') parts.push(await paperCodeOf(owner));
    else if (part === '[token]' && before === 'stop-mails') parts.push(stopToken(await recordId('users', owner)));
    else if (part === '[token]' && before === 'guest') parts.push((await newGuestPass(owner)).token);
    else if (part === '[token]') parts.push(await freshLink(before, owner));
    else if (part.startsWith('[')) throw new Error(`${pattern}: say here what stands for ${part}`);
    else parts.push(part);
  }
  return parts.join('/') || '/';
}

async function recordId(kind: string, owner: pg.Client): Promise<string> {
  const query = records[kind];
  if (!query) throw new Error(`Say in tests/support/browser/portal-pages.ts which record stands for /${kind}/[id]`);
  const { rows } = await owner.query<{ id: string }>(query);
  if (!rows[0]) throw new Error(`The demo data has no record for /${kind}/[id]`);
  return rows[0].id;
}

async function phaseOf(projectId: string, owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('select id from phases where project_id = $1 limit 1', [
    projectId,
  ]);
  if (!rows[0]) throw new Error('The demo project has no phase');
  return rows[0].id;
}

/** A draft where there is one. */
async function updateOf(projectId: string, owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    'select id from project_updates where project_id = $1 order by published_at desc nulls first limit 1',
    [projectId],
  );
  if (!rows[0]) throw new Error('The demo project has no update');
  return rows[0].id;
}

async function paperCodeOf(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ code: string }>(
    "select verify_code as code from invoices where status = 'issued' and credited_minor > 0 limit 1",
  );
  if (!rows[0]) throw new Error('The demo data has no invoice that was credited');
  return rows[0].code;
}

async function openShowcase(owner: pg.Client): Promise<string> {
  const slug = 'harbor-pine';
  await owner.query('update tenants set showcase_enabled = true where slug = $1', [slug]);
  return slug;
}

async function freshLink(page: string, owner: pg.Client): Promise<string> {
  const purpose = page.replace('reset-password', 'password_reset');
  const secret = randomBytes(32).toString('base64url');
  await owner.query(
    `insert into user_links (id, user_id, purpose, token_hash, expires_at)
     values ($1, case when $2 = 'setup' then null else (select id from users where email = 'sam@okafor.example') end,
       $2::user_link_purpose, $3, now() + interval '1 hour')`,
    [uuidv7(), purpose, hashSecret(secret)],
  );
  return secret;
}
