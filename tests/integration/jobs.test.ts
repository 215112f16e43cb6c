import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { JobActor } from '@/lib/authz/actor';
import { jobActor } from '@/lib/authz/job';
import { write } from '@/lib/authz/scope';
import { type Schedule, tick } from '@/lib/jobs/clock';
import { done, type JobHandler } from '@/lib/jobs/job';
import { leaseNext, mostAttempts, pauseAfter } from '@/lib/jobs/lease';
import { runDue, startRunner } from '@/lib/jobs/runner';
import { testDatabase } from '@/tests/support/database/database';
import { createTenant } from '@/tests/support/factories/identity';
import { insertRow, mark, type Wishes } from '@/tests/support/factories/rows';

const { owner } = await testDatabase();

/** A job of a kind that no other test has, due now in a tenant of its own. */
async function createJob(wishes: Wishes<'jobs'> = {}) {
  const tenant = await createTenant(owner);
  // Each digit is a letter of its own, so that two kinds differ as their marks do.
  const kind = `kind_${mark()
    .replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))
    .replace(/[^a-z]/g, '_')}`;
  const job = await insertRow(owner, 'jobs', {
    tenantId: tenant.id,
    kind,
    dueAt: new Date(Date.now() - 1000),
    ...wishes,
  });
  return { ...job, tenant: tenant.id };
}

async function rowOf(id: string) {
  const { rows } = await owner.query('select * from jobs where id = $1', [id]);
  return rows[0];
}

const makeDue = (id: string) => owner.query('update jobs set due_at = now() where id = $1', [id]);

describe('a job', () => {
  it('is done once in its tenant, and removed', async () => {
    const job = await createJob({ arguments: { userId: 'x' } });
    const seen: unknown[] = [];
    const handle: JobHandler = async ({ arguments: given, attempts }, actor: JobActor) => {
      seen.push([given, attempts, actor.tenantId]);
      return done;
    };
    expect(await runDue({ [job.kind]: handle })).toBe(1);
    expect(seen).toEqual([[{ userId: 'x' }, 1, job.tenantId]]);
    expect(await rowOf(job.id)).toBeUndefined();
  });

  it('waits until it is due, and for a worker that knows its kind', async () => {
    const job = await createJob({ dueAt: new Date(Date.now() + 60_000) });
    expect(await leaseNext([job.kind], 60)).toBeNull();
    await makeDue(job.id);
    expect(await leaseNext(['another_kind'], 60)).toBeNull();
    expect(await leaseNext([job.kind], 60)).toMatchObject({ id: job.id });
  });

  it('is leased by one of many workers, and again once the lease has ended', async () => {
    const job = await createJob();
    const leases = await Promise.all(Array.from({ length: 8 }, () => leaseNext([job.kind], 600)));
    expect(leases.filter(Boolean)).toHaveLength(1);
    await owner.query("update jobs set due_at = due_at - interval '600 seconds' where id = $1", [job.id]);
    expect(await leaseNext([job.kind], 60)).toMatchObject({ id: job.id, attempts: 2 });
  });

  it('keeps what it settles only together with its end', async () => {
    const job = await createJob();
    const other = await createJob({ tenantId: job.tenantId, dueAt: new Date(Date.now() + 3_600_000) });
    let fails = true;
    const handle: JobHandler = async () => ({
      result: 'done',
      settle: async (db) => {
        await db.job.deleteMany({ where: { id: other.id } });
        if (fails) throw new Error('the line was cut');
      },
    });
    await expect(runDue({ [job.kind]: handle })).rejects.toThrow('the line was cut');
    expect(await rowOf(job.id)).toBeDefined();
    expect(await rowOf(other.id)).toBeDefined();
    fails = false;
    await makeDue(job.id);
    await runDue({ [job.kind]: handle });
    expect(await rowOf(job.id)).toBeUndefined();
    expect(await rowOf(other.id)).toBeUndefined();
  });

  it('that another worker has taken over is not ended by the first', async () => {
    const job = await createJob();
    let settled = 0;
    const settle = async () => void settled++;
    const slow: JobHandler = async () => {
      await makeDue(job.id); // the lease of the first has ended
      await leaseNext([job.kind], 60);
      return { result: 'done', settle };
    };
    await runDue({ [job.kind]: slow });
    expect(settled).toBe(0);
    expect(await rowOf(job.id)).toMatchObject({ attempts: 2 });
  });
});

describe('a job that fails', () => {
  it('is tried again after a minute, then two, with the words of the failure', async () => {
    const job = await createJob();
    const handle: JobHandler = async () => {
      throw new Error('no answer');
    };
    await runDue({ [job.kind]: handle });
    const { due_at, attempts, last_error } = await rowOf(job.id);
    expect({ attempts, last_error }).toEqual({ attempts: 1, last_error: 'no answer' });
    expect(due_at.getTime() - Date.now()).toBeGreaterThan(50_000);
    expect([1, 2, 3, 12].map(pauseAfter)).toEqual([60, 120, 240, 21_600]);
  });

  it('is given up and kept when its handler says so, and after the last try', async () => {
    const [first, second] = [await createJob(), await createJob({ attempts: mostAttempts - 1 })];
    await runDue({
      [first.kind]: async () => ({ result: 'givenUp', error: 'no such address' }),
      [second.kind]: async () => ({ result: 'again', error: 'still no answer' }),
    });
    for (const { id } of [first, second]) expect(await rowOf(id)).toMatchObject({ due_at: null });
    expect(await leaseNext([first.kind, second.kind], 60)).toBeNull();
  });
});

describe('the runner', () => {
  it('does many jobs in parallel, and finishes those in hand when it is stopped', async () => {
    const job = await createJob();
    for (let more = 0; more < 5; more++) await createJob({ kind: job.kind, tenantId: job.tenantId });
    let [running, most, ended] = [0, 0, 0];
    const handle: JobHandler = async () => {
      most = Math.max(most, ++running);
      await pause(300);
      running--;
      ended++;
      return done;
    };
    const runner = startRunner({ handlers: { [job.kind]: handle }, loops: 3, idle: 20 });
    while (running < 2) await pause(10);
    await runner.stop();
    expect(running).toBe(0);
    expect(most).toBeGreaterThan(1);
    const { rows } = await owner.query('select id from jobs where kind = $1', [job.kind]);
    expect(rows.length + ended).toBe(6);
  });
});

describe('the wall', () => {
  it('shows a worker within a tenant no job of another, and adds none there', async () => {
    const [mine, other] = [await createJob(), await createJob()];
    const actor = jobActor('test', mine.tenant);
    const seen = await write(actor, (db) => db.job.findMany({ where: { id: { in: [mine.id, other.id] } } }));
    expect(seen.map(({ id }) => id)).toEqual([mine.id]);
    const add = write(actor, (db) =>
      db.job.createMany({ data: { tenantId: other.tenant, kind: 'test', dueAt: new Date() } }),
    );
    await expect(add).rejects.toThrow(/row-level security/);
  });
});

describe('the clock', () => {
  const daily = (kind: string): Schedule => ({ kind, every: 'day', after: '0 hours' });
  const jobsOf = async (tenantId: string, kind: string) =>
    (await owner.query('select arguments from jobs where tenant_id = $1 and kind = $2', [tenantId, kind])).rows;

  it('adds one job per tenant and day, whatever the number of workers', async () => {
    const { id } = await createTenant(owner, { timeZone: 'Pacific/Kiritimati' });
    const schedule = daily('clock_many');
    await Promise.all(Array.from({ length: 6 }, () => tick([schedule])));
    await tick([schedule]);
    const today = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
    expect(await jobsOf(id, 'clock_many')).toEqual([{ arguments: { periodOn: today } }]);
  });

  it('waits for the time of the tenant’s own day and week, and leaves a suspended tenant out', async () => {
    const { id } = await createTenant(owner);
    const suspended = await createTenant(owner, { status: 'suspended', suspendedAt: new Date() });
    await tick([
      { kind: 'clock_late', every: 'week', after: '7 days' },
      { kind: 'clock_week', every: 'week', after: '0 hours' },
    ]);
    expect(await jobsOf(id, 'clock_late')).toEqual([]);
    const [{ arguments: given }] = await jobsOf(id, 'clock_week');
    expect(new Date(given.periodOn).getUTCDay()).toBe(1);
    expect(await jobsOf(suspended.id, 'clock_week')).toEqual([]);
  });
});
