import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import { runDue, startRunner } from '@/lib/jobs/runner';
import { sendRaw } from '@/lib/mail/smtp';
import { handlers } from '@/lib/worker/handlers';
import { testDatabase } from '@/tests/support/database/database';
import { createMailed, outboxOf, workOff } from '@/tests/support/fixtures/mailing';
import { smtpServer } from '@/tests/support/stand-ins/smtp';

const { owner } = await testDatabase();
const server = await smtpServer();
Object.assign(process.env, server.variables);
beforeEach(server.reset);

const settings = {
  ...{ host: '127.0.0.1', port: server.port, tls: 'none', login: undefined },
  ...{ from: 'portal@mail.example', returnPath: '' },
} as const;
const raw = Buffer.from('Subject: Hello\r\n\r\nHello\r\n');

it('a server that takes the message and is silent leaves it unconfirmed', async () => {
  server.manners.data = async () => {
    await pause(2000);
    return null;
  };
  const sent = await sendRaw({ settings, to: 'a@example.com', raw, limits: { silence: 500, whole: 1000 } });
  expect(sent).toMatchObject({ result: 'unconfirmed' });
  await pause(2000);
});

it('a server that is not there is tried later', async () => {
  const sent = await sendRaw({ settings: { ...settings, port: 1 }, to: 'a@example.com', raw });
  expect(sent).toMatchObject({ result: 'later' });
});

it('a mail that was left unconfirmed twice is not sent a third time', async () => {
  const { tenant, tellOfInvoice } = await createMailed(owner);
  await tellOfInvoice();
  await workOff(owner, tenant.id);
  const [{ id }] = await outboxOf(owner, tenant.id);
  expect(server.taken).toHaveLength(1);
  // As after the second silence.
  await owner.query("update mails set state = 'waiting', sent_at = null, unconfirmed = 2 where id = $1", [id]);
  expect(await runDue(handlers)).toBe(0);
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
