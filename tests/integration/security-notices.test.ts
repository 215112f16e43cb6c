import { describe, expect, it } from 'vitest';
import { identifySession } from '@/lib/auth/identify';
import { redeemLink } from '@/lib/auth/link-redemption';
import { createOperatorReset } from '@/lib/auth/links';
import { listNotices, seeNotice } from '@/lib/auth/security-notices';
import type { Actor, AdminActor } from '@/lib/authz/actor';
import { read, write } from '@/lib/authz/scope';
import { createUserLink } from '@/lib/users/links/commands';
import { testDatabase } from '@/tests/support/database/database';
import { refusal } from '@/tests/support/database/refusal';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { freshOrigin, givePassword } from '@/tests/support/identity/account';
import { actorOf, adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

async function emailOf(id: string): Promise<string> {
  const { rows } = await owner.query<{ email: string }>('select email from users where id = $1', [id]);
  return rows[0]?.email ?? '';
}

/** A tenant with two admins and a staff member, all with passwords and signed in. */
async function createFixture() {
  const { admin, addPerson } = await createTestTenant(owner);
  const [other, staff] = [await addPerson('admin'), await addPerson('staff')];
  for (const { id } of [other, staff]) await givePassword(owner, id);
  return {
    admin: await adminActor(owner, await emailOf(admin.id)),
    other: await adminActor(owner, await emailOf(other.id)),
    staff: await actorOf(owner, await emailOf(staff.id)),
  };
}

/** The notice that the next page of an actor's session shows. */
async function openNotice({ via }: Actor) {
  if (via.kind !== 'session') throw new Error('not a session');
  return (await identifySession(via.sessionId))?.notice ?? null;
}

const tokenOf = (url: string | undefined) => url?.split('/').at(-1) ?? '';
const told = (reader: Actor, about: Actor) => read(reader, (db) => listNotices(db, about.userId));
const linkFor = (maker: AdminActor, { userId }: Actor) =>
  write(maker, (db) => createUserLink(db, { id: userId }, maker));

describe('a link that an admin makes for somebody', () => {
  it('is told to that person with the name of the admin, who sees when they have seen it', async () => {
    const { admin, other, staff } = await createFixture();
    await linkFor(admin, staff);
    const notice = await openNotice(staff);
    expect(notice).toMatchObject({ byName: admin.name, usedAt: null });
    expect(await told(staff, staff)).toMatchObject([{ byName: admin.name, usedAt: null, seenAt: null }]);
    expect(await told(admin, staff)).toMatchObject([{ byName: admin.name, seenAt: null }]);
    expect(await openNotice(other)).toBeNull();

    const id = notice?.id ?? '';
    expect(await refusal(write(other, (db) => seeNotice(db, { id }, other)))).toMatchObject({ code: 'NOT_FOUND' });
    await write(staff, (db) => seeNotice(db, { id }, staff));
    expect(await openNotice(staff)).toBeNull();
    expect(await told(admin, staff)).toMatchObject([{ seenAt: expect.any(Date) }]);
  });

  it('is told again once it was used, to whoever signs in next', async () => {
    const { admin, staff } = await createFixture();
    const { url } = await linkFor(admin, staff);
    const id = (await openNotice(staff))?.id ?? '';
    await write(staff, (db) => seeNotice(db, { id }, staff));
    const token = tokenOf(url);
    await redeemLink({ token, password: 'lantern over water', purpose: 'password_reset' }, freshOrigin());
    const again = await actorOf(owner, staff.email);
    expect(await openNotice(again)).toMatchObject({ id, byName: admin.name, usedAt: expect.any(String) });
  });

  it('leaves no notice where it is undone', async () => {
    const { admin, staff } = await createFixture();
    const undone = write(admin, async (db) => {
      await createUserLink(db, { id: staff.userId }, admin);
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    expect(await told(staff, staff)).toEqual([]);
  });
});

describe('a link that the operator makes for an admin', () => {
  it('is told to the admin and to the other admins of the business, and to nobody else', async () => {
    const [{ admin, other, staff }, elsewhere] = [await createFixture(), await createFixture()];
    await createOperatorReset(other.email);
    expect(await openNotice(other)).toMatchObject({ byName: null });
    expect(await told(admin, other)).toMatchObject([{ byName: null, usedAt: null, seenAt: null }]);
    expect(await openNotice(admin)).toBeNull();
    for (const stranger of [staff, elsewhere.admin]) expect(await told(stranger, other)).toEqual([]);
  });
});
