import type pg from 'pg';

/**
 * Lifts the time limits that the server, the database or the role may have set for interactive use: a migration of a large
 * table takes as long as it takes. Skips settings that the server does not know (transaction_timeout is of PostgreSQL 17).
 */
export async function liftTimeouts(owner: pg.ClientBase): Promise<void> {
  await owner.query(`SELECT set_config(name, '0', false) FROM pg_settings WHERE name IN ('transaction_timeout',
    'statement_timeout', 'idle_in_transaction_session_timeout', 'idle_session_timeout', 'lock_timeout')`);
}
