import { expect, it } from 'vitest';
import { POST as retry } from '@/app/api/admin/outbox/[id]/retry/route';
import { GET as list } from '@/app/api/admin/outbox/route';
import { testDatabase } from '@/tests/support/database/database';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();
// Nothing is sent: no worker runs.
Object.assign(process.env, { SMTP_HOST: '127.0.0.1', SMTP_TLS: 'none', SMTP_FROM: 'portal@example.com' });

/** A business with a mail that its server refused for good, and the person whose address counts as bad since. */
async function businessWithRefusedMail() {
  const business = await createTestTenant(owner);
  const person = await business.addPerson('client', await business.addClient());
  const { rows } = await owner.query(
    `insert into mails (id, tenant_id, user_id, about, state, to_address, subject, last_error)
     values (gen_random_uuid(), $1, $2, 'invitation', 'failed', $3, 'Welcome', '550 no such user') returning id`,
    [business.id, person.id, person.email],
  );
  await owner.query("update users set mail_refused_at = now(), mail_refusal = '550 no such user' where id = $1", [
    person.id,
  ]);
  return { ...business, person, mail: rows[0].id as string };
}

it('an admin has a refused mail sent once more, and the address counts as good again', async () => {
  const { admin, person, mail } = await businessWithRefusedMail();
  const { status } = await call(retry, { token: admin.token, params: { id: mail }, method: 'POST' });
  expect(status).toBeLessThan(300);
  const { body } = await call(list, { token: admin.token });
  expect(body.data).toMatchObject([{ id: mail, state: 'waiting' }]);
  const { rows } = await owner.query('select mail_refused_at from users where id = $1', [person.id]);
  expect(rows[0].mail_refused_at).toBeNull();
  const jobs = await owner.query("select from jobs where arguments ->> 'mailId' = $1", [mail]);
  expect(jobs.rowCount).toBe(1);
});

it('is for admins, and for mails of their own business', async () => {
  const { staff, mail } = await businessWithRefusedMail();
  const other = await businessWithRefusedMail();
  expect((await call(list, { token: staff.token })).status).toBe(403);
  expect((await call(retry, { token: staff.token, params: { id: mail }, method: 'POST' })).status).toBe(403);
  expect((await call(retry, { token: other.admin.token, params: { id: mail }, method: 'POST' })).status).toBe(404);
  expect((await call(list, { token: other.admin.token })).body.data.map(({ id }: { id: string }) => id)).toEqual([
    other.mail,
  ]);
});
