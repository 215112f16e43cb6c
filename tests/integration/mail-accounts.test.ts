import { beforeEach, describe, expect, it } from 'vitest';
import { POST as oneClick } from '@/app/api/stop-mails/[token]/route';
import { requestReset } from '@/lib/auth/forgot';
import { signDeviceCookie } from '@/lib/auth/known-device';
import { findLink, redeemLink } from '@/lib/auth/link-redemption';
import { changePassword } from '@/lib/auth/password-change';
import { signInOrAsk } from '@/lib/auth/sign-in';
import { findStop, stopMails, stopToken } from '@/lib/auth/unsubscribe';
import { write } from '@/lib/authz/scope';
import { createUserLink } from '@/lib/users/links/commands';
import { testDatabase } from '@/tests/support/database/database';
import { refusal } from '@/tests/support/database/refusal';
import { createMailed, outboxOf, workOff } from '@/tests/support/fixtures/mailing';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { createAccount, freshOrigin, givePassword, rightPassword } from '@/tests/support/identity/account';
import { actorOf, adminActor } from '@/tests/support/identity/actors';
import { reply, smtpServer } from '@/tests/support/stand-ins/smtp';

const { owner } = await testDatabase();
const server = await smtpServer();
Object.assign(process.env, server.variables);
beforeEach(server.reset);

/** The link in the only mail that was taken, and its secret. */
function mailedLink() {
  const [taken, ...others] = server.taken;
  expect(others).toEqual([]);
  const url = /http\S+\/(?:reset-password|invitation)\/\S+/.exec(taken?.mail.text ?? '')?.[0] ?? '';
  return { url, token: url.split('/').at(-1) ?? '' };
}

const tenantOf = ({ tenantId }: { tenantId: string | null }) => tenantId ?? '';
const password = 'seven tall birches';

describe('a forgotten password', () => {
  it('is answered alike for an address with and without an account, and mails the former a link', async () => {
    const account = await createAccount(owner);
    const origin = freshOrigin();
    expect(await requestReset({ email: account.email }, origin)).toBeUndefined();
    expect(await requestReset({ email: 'nobody@example.com' }, origin)).toBeUndefined();
    await workOff(owner, tenantOf(account));
    const { token } = mailedLink();
    expect(await findLink(token, 'password_reset')).toMatchObject({ state: 'valid' });
    await redeemLink({ token, password, purpose: 'password_reset' }, freshOrigin());
    expect(await findLink(token, 'password_reset')).toMatchObject({ state: 'used' });
  });

  it('invites whoever has no password yet, and mails nobody who was deactivated', async () => {
    const newcomer = await createAccount(owner, { password: false });
    const gone = await createAccount(owner, { isActive: false });
    for (const { email } of [newcomer, gone]) await requestReset({ email }, freshOrigin());
    await workOff(owner, tenantOf(newcomer));
    expect(mailedLink().url).toContain('/invitation/');
    expect(await outboxOf(owner, tenantOf(gone))).toEqual([]);
  });

  it('mails the account of the business whose sign-in it is, else one mail for each', async () => {
    const email = `two-${Date.now()}@example.com`;
    const [one, other] = [await createAccount(owner, { email }), await createAccount(owner, { email })];
    const { rows } = await owner.query('select slug from tenants where id = $1', [one.tenantId]);
    await requestReset({ email, business: rows[0].slug }, freshOrigin());
    const mailsOf = async () =>
      [await outboxOf(owner, tenantOf(one)), await outboxOf(owner, tenantOf(other))].map(({ length }) => length);
    expect(await mailsOf()).toEqual([1, 0]);
    await requestReset({ email }, freshOrigin());
    expect(await mailsOf()).toEqual([2, 1]);
  });

  it('can be asked for a few times only, for an unknown address too', async () => {
    for (const email of [(await createAccount(owner)).email, `unknown-${Date.now()}@example.com`]) {
      const origin = freshOrigin();
      for (let tries = 0; tries < 3; tries++) await requestReset({ email }, origin);
      expect(await refusal(requestReset({ email }, origin))).toMatchObject({ code: 'TOO_MANY_TRIES' });
    }
  });

  it('needs a mail server', async () => {
    const { SMTP_HOST } = process.env;
    const { appEnv, env } = await import('@/lib/env');
    expect(appEnv({ ...process.env, SMTP_HOST: '' }).mail.smtp).toBeUndefined();
    expect(env().mail.smtp?.host).toBe(SMTP_HOST);
  });
});

describe('a link by an admin', () => {
  async function createFixture() {
    const { id, admin, addPerson } = await createTestTenant(owner);
    const staff = await addPerson('staff');
    const actor = await adminActor(owner, admin.email);
    return { id, actor, staff, invite: () => write(actor, (db) => createUserLink(db, { id: staff.id }, actor)) };
  }

  it('is mailed to its person too, another one than the admin sees, and works beside it', async () => {
    const { id, staff, invite } = await createFixture();
    const shown = await invite();
    await workOff(owner, id);
    const { url, token } = mailedLink();
    expect(server.taken[0]?.to).toEqual([staff.email]);
    expect(url).not.toBe(shown.url);
    // A mail scanner opens every link, twice.
    for (let count = 0; count < 2; count++) await findLink(token, 'invitation');
    expect(await findLink(shown.url.split('/').at(-1) ?? '', 'invitation')).toMatchObject({ state: 'valid' });
    await redeemLink({ token, password, purpose: 'invitation' }, freshOrigin());
    expect(await findLink(shown.url.split('/').at(-1) ?? '', 'invitation')).toMatchObject({ state: 'used' });
  });

  it('is not in the outbox that admins read', async () => {
    const { id, invite } = await createFixture();
    await invite();
    await workOff(owner, id);
    const { token } = mailedLink();
    expect(JSON.stringify(await outboxOf(owner, id))).not.toContain(token);
  });

  it('is the same when the mail is sent again', async () => {
    const { id, invite } = await createFixture();
    const seen: string[] = [];
    server.manners.data = ({ raw, mail }) => {
      seen.push(/\/invitation\/(\S+)/.exec(mail.text ?? '')?.[1] ?? raw);
      return reply(451, 'later');
    };
    await invite();
    await workOff(owner, id);
    await workOff(owner, id);
    expect(seen).toHaveLength(2);
    expect(new Set(seen).size).toBe(1);
  });
});

describe('a mail about the account', () => {
  it('tells of a sign-in in a new browser, not of the first one and not of a known one', async () => {
    const account = await createAccount(owner);
    const sign = (cookie?: string) =>
      signInOrAsk({ email: account.email, password: rightPassword }, freshOrigin(), cookie);
    const first = await sign();
    expect(await outboxOf(owner, tenantOf(account))).toEqual([]);
    if (!('device' in first)) throw new Error('not signed in');
    await sign(await signDeviceCookie(first.device));
    expect(await outboxOf(owner, tenantOf(account))).toEqual([]);
    await sign();
    await workOff(owner, tenantOf(account));
    expect(server.taken.map(({ mail }) => mail.subject)).toEqual(['A new sign-in']);
  });

  it('tells of a changed password', async () => {
    const account = await createAccount(owner);
    const actor = await actorOf(owner, account.email);
    await changePassword({ currentPassword: rightPassword, newPassword: password }, actor);
    await workOff(owner, tenantOf(account));
    expect(server.taken.map(({ mail }) => mail.subject)).toEqual(['Your password was changed']);
    expect(server.taken[0]?.raw).not.toMatch(/^List-Unsubscribe/m);
  });

  it('is enqueued by whom the wall lets, for people of their own', async () => {
    const { actor, other } = {
      actor: await adminActor(owner, (await createTestTenant(owner)).admin.email),
      other: await createAccount(owner),
    };
    const enqueue = (about: string, id: string) =>
      write(actor, (db) => db.$queryRaw`select enqueue_account_mail(${about}::mail_about, ${id}::uuid, '{}')`);
    await expect(enqueue('invitation', other.id)).rejects.toThrow(/no mail of this kind/);
    await expect(enqueue('new_device', actor.userId)).rejects.toThrow(/no mail of this kind/);
    await givePassword(owner, actor.userId);
  });
});

describe('the link that stops mails', () => {
  it('ends news by one click of a mail program, until the person wants it again', async () => {
    const { tenant, person, tellOfInvoice } = await createMailed(owner);
    await tellOfInvoice();
    const token = stopToken(person.id);
    const answer = await oneClick(new Request('http://localhost/', { method: 'POST' }), {
      params: Promise.resolve({ token }),
    });
    expect(answer.status).toBe(204);
    await workOff(owner, tenant.id);
    expect(server.taken).toEqual([]);
    await tellOfInvoice();
    expect((await owner.query('select from jobs where tenant_id = $1', [tenant.id])).rowCount).toBe(0);
    await owner.query('update mail_preferences set stopped_at = null where user_id = $1', [person.id]);
    await tellOfInvoice();
    await workOff(owner, tenant.id);
    expect(server.taken).toHaveLength(1);
  });

  it('is of one person, and of nobody where it was changed', async () => {
    const { person } = await createMailed(owner);
    const other = await createMailed(owner);
    const token = stopToken(person.id);
    expect(await findStop(token)).toMatchObject({ email: person.email, stopped: false });
    const forged = token.replace(person.id, other.person.id);
    expect(await findStop(forged)).toBeNull();
    expect(await stopMails(forged, freshOrigin())).toBe(false);
    expect(await stopMails('x', freshOrigin())).toBe(false);
  });
});
