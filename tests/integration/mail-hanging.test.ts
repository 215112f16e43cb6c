import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import { startRunner } from '@/lib/jobs/runner';
import { sendRaw } from '@/lib/mail/smtp';
import type { SmtpSettings } from '@/lib/mail-settings';
import { handlers } from '@/lib/worker/handlers';
import { testDatabase } from '@/tests/support/database/database';
import { createMailed, outboxOf, workOff } from '@/tests/support/fixtures/mailing';
import { reply, smtpServer } from '@/tests/support/stand-ins/smtp';

const { owner } = await testDatabase();
const server = await smtpServer();
Object.assign(process.env, server.variables);
beforeEach(server.reset);

const settings: SmtpSettings = {
  ...{ host: '127.0.0.1', port: server.port, tls: 'none' as const, login: undefined },
  ...{ from: 'portal@mail.example', returnPath: '' },
};
const raw = Buffer.from('Subject: Hello\r\n\r\nHello\r\n');

it('a server that takes the message and is silent leaves it unconfirmed', async () => {
  let speak = () => {};
  server.manners.data = () => new Promise((answer) => (speak = () => answer(null)));
  const sent = await sendRaw({ settings, to: 'a@example.com', raw, limits: { silence: 3_000, whole: 30_000 } });
  expect(sent).toMatchObject({ result: 'unconfirmed' });
  speak();
});

it('a server that is not there is tried later', async () => {
  const sent = await sendRaw({ settings: { ...settings, port: 1 }, to: 'a@example.com', raw });
  expect(sent).toMatchObject({ result: 'later' });
});

it('a mail that was left unconfirmed twice is not sent a third time', async () => {
  const { tenant, tellOfInvoice } = await createMailed(owner);
  await tellOfInvoice();
  server.manners.data = () => reply(451, 'later');
  await workOff(owner, tenant.id);
  // As after one silence; the next one is the second.
  await owner.query('update mails set unconfirmed = 1 where tenant_id = $1', [tenant.id]);
  server.manners.data = () => {
    server.cut();
    return null;
  };
  await workOff(owner, tenant.id);
  expect(await outboxOf(owner, tenant.id)).toMatchObject([{ state: 'failed' }]);
  expect(await workOff(owner, tenant.id)).toBe(0);
});

it('two workers at once send each mail once', async () => {
  const people = [];
  for (let count = 0; count < 12; count++) people.push(await createMailed(owner));
  for (const { tellOfInvoice } of people) await tellOfInvoice();
  await owner.query('update jobs set due_at = now() where due_at is not null');
  const runners = [1, 2].map(() => startRunner({ handlers, idle: 30 }));
  while (Number((await owner.query('select count(*) from jobs')).rows[0].count) > 0) await pause(50);
  await Promise.all(runners.map((runner) => runner.stop()));
  const to = server.taken.map(({ to: [address] }) => address);
  expect(new Set(to).size).toBe(12);
  expect(to).toHaveLength(12);
});
