import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { guestCookieName, sealGuest } from '@/lib/auth/guests';
import { hashSecret } from '@/lib/auth/secret-hash';

/** Stands for the holder of a guest pass where a test names the account that opens a page. */
export const guestAccount = 'guest';

/** The secret of a new guest pass of Jane's for all that her client has, and its id. */
export async function newGuestPass(owner: pg.Client): Promise<{ id: string; token: string }> {
  const [id, token] = [uuidv7(), randomBytes(32).toString('base64url')];
  await owner.query(
    `insert into guest_passes (id, tenant_id, client_id, user_id, label, sections, token_hash, expires_at)
     select $1, tenant_id, client_id, id, 'Our accountant', '{progress,updates,photos,documents,hours,invoices,account}', $2,
       now() + interval '12 days' from users where email = 'jane@okafor.example'`,
    [id, hashSecret(token)],
  );
  await owner.query(
    `insert into guest_pass_projects (tenant_id, client_id, pass_id, project_id)
     select p.tenant_id, p.client_id, g.id, p.id from guest_passes g join projects p on p.client_id = g.client_id where g.id = $1`,
    [id],
  );
  return { id, token };
}

/** The cookie of somebody who has opened such a pass. */
export async function openedGuestPass(owner: pg.Client) {
  const [name, value] = [guestCookieName(), await sealGuest((await newGuestPass(owner)).id)];
  return { name, value, cookie: `${name}=${value}` };
}
