import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { environmentFor } from '@/lib/env';
import { testDatabase } from '@/tests/support/database/database';
import { createClientUser } from '@/tests/support/factories/identity';
import { insertRow } from '@/tests/support/factories/rows';
import { createMailed } from '@/tests/support/fixtures/mailing';
import { reply, smtpServer } from '@/tests/support/stand-ins/smtp';

const { owner } = await testDatabase();
const server = await smtpServer();

/** A worker in a process of its own, as the launcher starts it. */
function startWorker() {
  const flags = [
    '--import',
    resolve('scripts/launch/without-server-only.mjs'),
    '--import',
    'tsx',
    resolve('tests/support/processes/killed-worker.ts'),
  ];
  return spawn(process.execPath, flags, {
    env: environmentFor(server.variables),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Jobs that are due some time. */
const waiting = async () =>
  Number((await owner.query('select count(*) from jobs where due_at is not null')).rows[0].count);
const makeDue = () => owner.query("update jobs set due_at = now() where due_at > now() + interval '4 seconds'");

it('two hundred events are two hundred mails, whenever workers are killed and whatever the mail server does', async () => {
  const { tenant, client, invoice } = await createMailed(owner);
  const addresses: string[] = [];
  for (let count = 0; count < 200; count++) {
    const person = await createClientUser(owner, client);
    addresses.push(person.email);
    const facts = { number: 'RE-1', amount: '100', currency: 'EUR', dueOn: '2026-12-24' };
    await insertRow(owner, 'notifications', {
      ...{ tenantId: tenant.id, userId: person.id, kind: 'invoice_issued', facts },
      ...{ recordType: 'invoice', recordId: invoice.id },
    });
  }
  await makeDue();
  let asked = 0;
  server.manners.rcpt = () => (++asked % 9 === 0 ? reply(450, 'Mailbox busy') : null);
  // Every few mails the message is taken, and the line is silent for a while: the worker is often killed meanwhile.
  server.manners.data = async () => {
    if (asked % 9 === 0) await pause(100);
    return null;
  };
  let kills = 0;
  for (let round = 0; (await waiting()) > 0; round++) {
    const workers = [startWorker(), startWorker()];
    // Killed at another moment each time: in the middle of some mail.
    const before = server.taken.length;
    // A worker takes as long as it takes to start on a busy machine; from its first mail on it has 25 seconds.
    let until = Date.now() + 90_000;
    while (Date.now() < until && server.taken.length < before + 20 + round * 5 && (await waiting()) > 0) {
      if (server.taken.length > before) until = Math.min(until, Date.now() + 25_000);
      await pause(20 + round * 7);
    }
    for (const worker of workers) {
      if (worker.exitCode === null) kills += 1;
      worker.kill('SIGKILL');
      await once(worker, 'exit');
    }
    await makeDue();
    expect(round).toBeLessThan(40);
  }
  const ids = new Map<string, string[]>();
  for (const { to, mail } of server.taken)
    ids.set(to[0] ?? '', [...(ids.get(to[0] ?? '') ?? []), mail.messageId ?? '']);
  expect([...ids.keys()].sort()).toEqual([...addresses].sort());
  expect(kills).toBeGreaterThan(1);
  // Who was mailed twice got one mail twice, and no more often than a worker with four loops died over it.
  for (const mailed of ids.values()) expect(new Set(mailed).size).toBe(1);
  expect(server.taken.length - addresses.length).toBeLessThanOrEqual(kills * 4);
  const { rows } = await owner.query('select state, count(*)::int as count from mails group by 1');
  expect(rows).toEqual([{ state: 'sent', count: 200 }]);
}, 600_000);
