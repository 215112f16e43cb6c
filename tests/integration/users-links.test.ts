import { describe, expect, it } from 'vitest';
import { redeemLink } from '@/lib/auth/link-redemption';
import { createOperatorReset } from '@/lib/auth/links';
import { write } from '@/lib/authz/scope';
import { createUserLink } from '@/lib/users/links/commands';
import { testDatabase } from '@/tests/support/database/database';
import { refusal } from '@/tests/support/database/refusal';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { freshOrigin, givePassword } from '@/tests/support/identity/account';
import { adminActor } from '@/tests/support/identity/actors';
import { signedInPerson } from '@/tests/support/identity/password-sign-in';

const { owner } = await testDatabase();

async function emailOf(id: string): Promise<string> {
  const { rows } = await owner.query<{ email: string }>('select email from users where id = $1', [id]);
  return rows[0]?.email ?? '';
}

async function createFixture() {
  const { admin, addPerson } = await createTestTenant(owner);
  const [other, staff] = [await addPerson('admin'), await addPerson('staff')];
  const actor = await adminActor(owner, await emailOf(admin.id));
  const withPassword = (id: string) => givePassword(owner, id);
  const link = (id: string) => write(actor, (db) => createUserLink(db, { id }, actor));
  return { actor, other, staff, withPassword, link };
}

describe('a link by an admin', () => {
  it('resets the password of staff, and invites an admin who has none', async () => {
    const { other, staff, withPassword, link } = await createFixture();
    await withPassword(staff.id);
    expect((await link(staff.id)).url).toContain('/reset-password/');
    expect((await link(other.id)).url).toContain('/invitation/');
  });

  it('never resets another admin, by command or in SQL', async () => {
    const { actor, other, withPassword, link } = await createFixture();
    await withPassword(other.id);
    expect(await refusal(link(other.id))).toMatchObject({ code: 'FORBIDDEN', reason: { key: 'adminReset' } });
    const insert = write(actor, (db) =>
      db.userLink.createMany({
        data: {
          ...{ userId: other.id, purpose: 'password_reset', createdById: actor.userId },
          ...{ tokenHash: new Uint8Array(32), expiresAt: new Date(Date.now() + 60_000) },
        },
      }),
    );
    await expect(insert).rejects.toThrow(/row-level security/);
  });

  it('never resets their own password, which asks for the current one', async () => {
    const { actor, withPassword, link } = await createFixture();
    await withPassword(actor.userId);
    expect(await refusal(link(actor.userId))).toMatchObject({ code: 'CONFLICT', reason: { key: 'ownPassword' } });
  });
});

describe('a link by the operator', () => {
  it('lets an admin set another password, and is in the trail of the tenant', async () => {
    const { actor, other } = await createFixture();
    const { link } = await createOperatorReset(await emailOf(other.id));
    const token = link?.url.split('/').at(-1) ?? '';
    await redeemLink({ token, password: 'lantern over water', purpose: 'password_reset' }, freshOrigin());
    const { rows } = await owner.query(
      `select action, tenant_id, detail from audit_entries where record_id = $1 and action = 'user.link_created'`,
      [other.id],
    );
    const detail = { purpose: 'password_reset' };
    expect(rows).toEqual([{ action: 'user.link_created', tenant_id: actor.tenantId, detail }]);
  });

  it('asks which account is meant where several have the address', async () => {
    const [here, there] = [await createFixture(), await createFixture()];
    const email = await emailOf(here.staff.id);
    await owner.query('update users set email = $1 where id = $2', [email, there.staff.id]);
    const { rows } = await owner.query<{ slug: string }>('select slug from tenants where id = any($1) order by slug', [
      [here.actor.tenantId, there.actor.tenantId],
    ]);
    const choices = rows.map(({ slug }) => slug);
    for (const meant of [undefined, null, 'no-such-business'])
      expect(await createOperatorReset(email, meant)).toEqual({ link: null, choices });
    const { link } = await createOperatorReset(email, there.actor.tenant.slug);
    const token = link?.url.split('/').at(-1) ?? '';
    await redeemLink({ token, password: 'lantern over water', purpose: 'password_reset' }, freshOrigin());
    expect(await signedInPerson(email, 'lantern over water')).toBe(there.staff.id);
  });

  it('is none for an address that nobody has, or somebody deactivated', async () => {
    const { staff } = await createFixture();
    const email = await emailOf(staff.id);
    const none = { link: null, choices: [] };
    expect(await createOperatorReset('nobody@example.com')).toEqual(none);
    await owner.query('update users set is_active = false where id = $1', [staff.id]);
    expect(await createOperatorReset(email)).toEqual(none);
  });
});
