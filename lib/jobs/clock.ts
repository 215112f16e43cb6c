import { jobActor } from '@/lib/authz/job';
import { write } from '@/lib/authz/scope';
import { log } from '@/lib/log';

/** Work that each active tenant has once per day or week (which begins on Monday), from a time of its own clock on. */
export type Schedule = {
  /** The kind of the job. Its argument `periodOn` is the first day of the period. */
  kind: string;
  every: 'day' | 'week';
  /** Time since the beginning of the period: `7 hours`. A worker that was down then catches up within the period. */
  after: string;
};

const clock = jobActor('clock');

/** Days after which it is forgotten that a schedule ran: longer than any period. */
const kept = 60;

/**
 * Adds the jobs of the schedules whose time has come. The row of schedule_runs and the job are written together, so that each
 * runs once per tenant and period, whatever the number of workers. Returns the number of jobs added.
 */
export function tick(schedules: readonly Schedule[]): Promise<number> {
  return write(clock, async (db) => {
    let added = 0;
    for (const { kind, every, after } of schedules)
      added += await db.$executeRaw`
        with due as (
          select t.id, date_trunc(${every}, (now() at time zone t.time_zone)) as period, (now() at time zone t.time_zone) as present
          from tenants t where t.status = 'active'
        ), ran as (
          insert into schedule_runs (tenant_id, schedule, period_on)
          select id, ${kind}, period::date from due where present >= period + ${after}::interval
          on conflict do nothing returning tenant_id, period_on
        )
        insert into jobs (id, tenant_id, kind, arguments, due_at)
        select gen_random_uuid(), tenant_id, ${kind}, jsonb_build_object('periodOn', period_on), now() from ran`;
    await db.$executeRaw`delete from schedule_runs where created_at < now() - make_interval(days => ${kept})`;
    return added;
  });
}

/** Adds a job of the platform unless there is one of its kind already, waiting or in work: one worker at a time does it. */
export function addUnlessPresent(kind: string): Promise<number> {
  return write(
    clock,
    (db) => db.$executeRaw`
      insert into jobs (id, kind, pending_key, due_at) select gen_random_uuid(), ${kind}, ${kind}, now()
      where not exists (select from jobs where tenant_id is null and kind = ${kind} and due_at is not null)
      on conflict (pending_key) do nothing`,
  );
}

/** Ticks now and every minute from then on. `always` are kinds of jobs of the platform that each tick adds. Returns the function that stops it. */
export function startClock(schedules: readonly Schedule[], always: readonly string[], interval = 60_000): () => void {
  const look = () =>
    void Promise.all([tick(schedules), ...always.map(addUnlessPresent)]).catch((error: unknown) =>
      log().error({ err: error }, 'the clock missed a tick'),
    );
  look();
  const timer = setInterval(look, interval);
  return () => clearInterval(timer);
}
