import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { freePort } from '@/lib/db/embedded/port';
import { portalProcess, untilEnded, untilHealthy } from '@/scripts/launch/portal';
import { createDatabase } from '@/tests/support/database/database';
import { testSecret } from '@/tests/support/database/global-setup';

/** A running portal with the demo's data, and the superuser's connection to its database. */
export type TestPortal = { url: string; owner: pg.Client };

/**
 * Starts the production build for this test file, on a port and a clone of the seeded template of its own, and stops it
 * after the file. Call it once, at the top of the file: `const { url, owner } = await testPortal();`
 */
export async function testPortal(variables: Record<string, string> = {}): Promise<TestPortal> {
  const database = await createDatabase(inject('seededUrl'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  // The test signs badges with the portal's key, so it reads the same settings.
  Object.assign(process.env, { ORIEL_SECRET: testSecret, ORIEL_APP_DATABASE_URL: database.appUrl, ORIEL_URL: url });
  const settings = {
    ORIEL_SECRET: testSecret,
    ORIEL_APP_DATABASE_URL: database.appUrl,
    ORIEL_URL: url,
    NEXTAUTH_URL: url,
    ORIEL_DEMO: '0',
    ORIEL_DATA_DIR: inject('seededFolder'),
    DATABASE_URL: '',
    ...variables,
  };
  Object.assign(process.env, settings); // so that a badge minted here is one of the portal's
  const portal = portalProcess('start', port, settings);
  const stop = new AbortController();
  const ended = untilEnded(portal, stop.signal);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  afterAll(async () => {
    stop.abort();
    await ended;
    await owner.end();
    await database.drop();
  });
  if (!(await untilHealthy(port, portal)))
    throw new Error('The portal ended before it could serve; its messages are above');
  return { url, owner };
}
