import { jobActor } from '@/lib/authz/job';
import { write } from '@/lib/authz/scope';

const batch = 5_000;

const sweeper = jobActor('sweep');

/** Removes idempotency keys that are older than 24 hours. Safe to run in several processes at once. Returns their number. */
export async function sweepKeys(): Promise<number> {
  let removed = 0;
  for (let count = batch; count === batch; removed += count) {
    count = await write(
      sweeper,
      (db) => db.$executeRaw`
        delete from idempotency_keys where (user_id, key_hash) in (
          select user_id, key_hash from idempotency_keys where created_at < now() - interval '24 hours' limit ${batch})`,
    );
  }
  return removed;
}
