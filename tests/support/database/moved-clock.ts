import type pg from 'pg';
import { afterAll, vi } from 'vitest';
import type { TestDatabase } from '@/tests/support/database/database';

/**
 * Lets a test move the clock of the portal's code and of its own statements, by a function now() that comes before PostgreSQL's. What the
 * database itself does (defaults, policies, triggers, functions) keeps the true time. Call it before the portal's code opens its connections.
 */
export async function movableClock({ owner, appUrl }: Pick<TestDatabase, 'owner' | 'appUrl'>) {
  const { username, pathname } = new URL(appUrl);
  await owner.query('create schema moved; grant usage on schema moved to public');
  await setNow(owner, new Date());
  await owner.query(
    `alter role ${username} in database ${pathname.slice(1)} set search_path = moved, public, pg_catalog`,
  );
  vi.useFakeTimers({ toFake: ['Date'] });
  afterAll(() => vi.useRealTimers());
  return async (at: Date): Promise<void> => {
    await setNow(owner, at);
    vi.setSystemTime(at);
  };
}

const setNow = (owner: pg.Client, at: Date) =>
  owner.query(`create or replace function moved.now() returns timestamptz stable language sql as
    $$ select '${at.toISOString()}'::timestamptz $$`);
