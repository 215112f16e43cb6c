import { connectAsOwner } from '@/lib/db/migrations/owner';
import { seed } from '@/prisma/seed/index';

const seeding = 0x6f726964; // advisory lock: of two demos at once one seeds, and the other finds it done

/** Fills a database in which there is nobody yet with the demo businesses. */
export async function seedWhenEmpty(ownerUrl: string): Promise<void> {
  const owner = await connectAsOwner(ownerUrl);
  try {
    await owner.query('SELECT pg_advisory_lock($1)', [seeding]);
    const { rowCount } = await owner.query('SELECT FROM users LIMIT 1');
    if (!rowCount) await seed(ownerUrl);
  } finally {
    await owner.end();
  }
}

/** The people of the demo and what each of them is there for. */
export const demoAccounts: readonly (readonly [email: string, who: string])[] = [
  ['super@oriel.example', 'platform operator'],
  ['admin@harborpine.example', 'Harbor & Pine Builders, manager'],
  ['staff@harborpine.example', 'Harbor & Pine Builders, employee'],
  ['jane@okafor.example', 'client, Okafor residence'],
  ['sam@okafor.example', 'client, Okafor residence'],
  ['ravi@rao.example', 'client, Rao villa'],
  ['admin@kestrel.example', 'Kestrel Studio, manager'],
  ['lena@bright.example', 'client of Kestrel Studio, Bright Foods'],
];

export const demoPassword = 'oriel-demo-2026';
