import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { tick } from '@/lib/jobs/clock';
import { startRunner } from '@/lib/jobs/runner';
import { handlers, schedules } from '@/lib/worker/handlers';
import { testDatabase } from '@/tests/support/database/database';
import { movableClock } from '@/tests/support/database/moved-clock';
import { insertRow } from '@/tests/support/factories/rows';
import { createMailed } from '@/tests/support/fixtures/mailing';
import { createNewsFixture } from '@/tests/support/fixtures/news';
import { moneyBusiness } from '@/tests/support/fixtures/payments';
import { smtpServer } from '@/tests/support/stand-ins/smtp';

const database = await testDatabase();
const { owner } = database;
const moveTo = await movableClock(database);
const server = await smtpServer();
Object.assign(process.env, server.variables);
beforeEach(async () => {
  server.reset();
  await moveTo(new Date(vi.getRealSystemTime()));
});

const minutes = (instant: Date, count: number) => new Date(instant.getTime() + count * 60_000);

/** The next Monday's midnight, or another hour of tomorrow, in a zone. */
async function nextIn(zone: string, what: 'week' | 'day', hours = 0): Promise<Date> {
  const { rows } = await owner.query(
    `select (date_trunc($2, now() at time zone $1) + ('1 ' || $2)::interval + make_interval(hours => $3)) at time zone $1 as at`,
    [zone, what, hours],
  );
  return rows[0].at;
}

/** Two workers at this moment: each looks at the clock, and both do what is due, until nothing is. */
async function work(at: Date): Promise<void> {
  await moveTo(at);
  await Promise.all([tick(schedules), tick(schedules)]);
  const due = async () =>
    (await owner.query('select count(*)::int as count from jobs where due_at <= $1', [at])).rows[0].count;
  // A job that runs is not due, but may leave another that is: runners finish theirs when they stop.
  do {
    const runners = [1, 2].map(() => startRunner({ handlers, loops: 3, idle: 20 }));
    for (let quiet = 0; quiet < 3; quiet = (await due()) === 0 ? quiet + 1 : 0) await pause(50);
    await Promise.all(runners.map((runner) => runner.stop()));
  } while ((await due()) > 0);
}

describe('by two workers', () => {
  it('the weekly reports are drafted at the tenant’s midnight, once', async () => {
    const zone = 'Pacific/Auckland';
    const made = await createNewsFixture(owner);
    await owner.query('update tenants set time_zone = $1 where id = $2', [zone, made.id]);
    const midnight = await nextIn(zone, 'week');
    const { rows } = await owner.query(
      'select ($1::timestamptz at time zone $2 - interval \'3 days\')::date::text as "on"',
      [midnight, zone],
    );
    await owner.query(
      `insert into time_entries (id, tenant_id, client_id, project_id, user_id, user_name, worked_on, minutes, description, updated_at)
       values (gen_random_uuid(), $1, $2, $3, $4, 'Ida', $5, 90, 'Work', now())`,
      [made.id, made.clientId, made.projectId, made.staff.id, rows[0].on],
    );
    const drafts = async () =>
      (await owner.query('select from project_updates where tenant_id = $1 and week_on is not null', [made.id]))
        .rowCount;
    await work(minutes(midnight, -1));
    expect(await drafts()).toBe(0);
    await work(midnight);
    expect(await drafts()).toBe(1);
    await work(minutes(midnight, 24 * 60));
    expect(await drafts()).toBe(1);
  });

  it('an invoice is reminded of at seven in the morning of the tenant, once', async () => {
    const zone = 'America/Los_Angeles';
    const made = await moneyBusiness(owner);
    const jane = await made.addPerson('client', made.clientId);
    const { id } = await made.sold();
    await owner.query('update tenants set time_zone = $1 where id = $2', [zone, made.id]);
    const seven = await nextIn(zone, 'day', 7);
    await owner.query('alter table invoices disable trigger invoices_keep_issued');
    await owner.query(`update invoices set due_on = ($1::timestamptz at time zone $2)::date + 3 where id = $3`, [
      ...[seven, zone, id],
    ]);
    await owner.query('alter table invoices enable always trigger invoices_keep_issued');
    const told = async () =>
      (await owner.query("select from notifications where user_id = $1 and kind = 'invoice_due_soon'", [jane.id]))
        .rowCount;
    await work(minutes(seven, -1));
    expect(await told()).toBe(0);
    await work(seven);
    expect(await told()).toBe(1);
    await work(minutes(seven, 24 * 60));
    expect(await told()).toBe(1);
  });

  it('a digest is mailed at seven in the morning of the person, once', async () => {
    const { tenant, person, tellOfInvoice, tellOfTicket } = await createMailed(owner);
    const ids = { tenantId: tenant.id, userId: person.id };
    const zone = 'Asia/Kolkata';
    await insertRow(owner, 'mail_preferences', { ...ids, timeZone: zone });
    for (const kind of ['invoice_issued', 'ticket_answered'] as const)
      await insertRow(owner, 'notification_settings', { ...ids, kind, cadence: 'daily' });
    await tellOfInvoice();
    await tellOfTicket();
    const { rows } = await owner.query(
      "select due_at, to_char(due_at at time zone $2, 'HH24:MI') as clock from jobs where tenant_id = $1 and kind = 'notification_mail'",
      [tenant.id, zone],
    );
    expect(rows).toMatchObject([{ clock: '07:00' }]);
    const [{ due_at: seven }] = rows;
    const taken = () => server.taken.filter(({ to }) => to.includes(person.email)).map(({ mail }) => mail.subject);
    await work(minutes(seven, -1));
    expect(taken()).toEqual([]);
    await work(seven);
    expect(taken()).toEqual(['Your day with Harbor & Pine']);
    await work(minutes(seven, 24 * 60));
    expect(taken()).toHaveLength(1);
  });
});
