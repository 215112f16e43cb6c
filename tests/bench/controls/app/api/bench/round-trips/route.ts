import { pool } from '@/lib/db/client';

/** The floor of a guarded route: one round trip that identifies and two of a transaction, through `pg`, with nothing to do. */
export async function GET(): Promise<Response> {
  await pool().query('select 1');
  const connection = await pool().connect();
  try {
    await connection.query('begin read only');
    await connection.query('commit');
  } finally {
    connection.release();
  }
  return Response.json({ data: [] });
}
