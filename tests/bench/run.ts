// npm run bench: how far pages, routes and lists are from their floors (docs/performance.md).
//   -- --quick            fewer rounds
//   -- --only=pages,api   some of the groups: pages, api, tenants, writes
//   -- --rounds=9         more rounds than five
//   -- --keep             the build that is there, whatever the sources
import { parseArgs } from 'node:util';
import pg from 'pg';
import { appUrl } from '@/lib/db/app-url';
import { openEmbedded } from '@/lib/db/embedded';
import { deploy } from '@/lib/db/migrations';
import { appPassword } from '@/lib/secret';
import { serverFlags } from '@/scripts/launch/portal';
import { buildEmpty, buildPortal, start, workplace } from '@/tests/bench/instances';
import { type Asked, measure, sizeOf } from '@/tests/bench/measure';
import { linesOf, printTable, printWrites } from '@/tests/bench/table';
import { groups, targetsOf } from '@/tests/bench/targets';
import { writeTenants } from '@/tests/bench/tenants';
import { measureWrites } from '@/tests/bench/writes';
import { testSecret } from '@/tests/support/database/global-setup';
import { signIn } from '@/tests/support/identity/sign-in';
import { seedDemo } from '@/tests/support/processes/demo';
import { portalSettings } from '@/tests/support/processes/portal-process';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    only: { type: 'string' },
    rounds: { type: 'string' },
    keep: { type: 'boolean' },
  },
});
const effort = values.quick
  ? { rounds: 3, seconds: 2, warmUp: 2_000 }
  : { rounds: Number(values.rounds ?? 5), seconds: 2, warmUp: 20_000 };
const isChosen = (group: string) => !values.only || values.only.split(',').includes(group);

const database = await openEmbedded(`${workplace}/data`);
const stops: (() => Promise<unknown>)[] = [database.close];
try {
  await deploy(database.url, { appPassword: appPassword(testSecret) });
  const addresses = { ownerUrl: database.url, appUrl: appUrl(database.url, testSecret) };
  await seedDemo(addresses.appUrl, { folder: `${workplace}/files` });
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  stops.push(() => owner.end());
  await writeTenants(owner);

  const folders = { portal: await buildPortal({ keep: values.keep ?? false }), empty: await buildEmpty() };
  const portal = await start(folders.portal, serverFlags, (url) =>
    portalSettings({ url, ...addresses }, `${workplace}/files`),
  );
  stops.push(portal.stop);
  const empty = await start(folders.empty, [], () => ({}));
  stops.push(empty.stop);

  // signIn signs with the portal's key.
  Object.assign(process.env, portalSettings({ url: portal.url, ...addresses }, `${workplace}/files`));
  const instances = { portal, empty };
  for (const group of groups.filter(isChosen)) {
    const targets = targetsOf[group];
    const asked: Asked[] = [];
    for (const { name, on, path, account } of targets) {
      const { url, pid } = instances[on];
      const headers: Record<string, string> = account ? { cookie: (await signIn(owner, account)).cookie } : {};
      asked.push({ name, url: url + path, headers, pid });
    }
    const results = await measure(asked, { ...effort, connections: group === 'tenants' ? 4 : 16 });
    const bytes = new Map<string, { bytes: number; elements: number }>();
    for (const one of asked) bytes.set(one.name, await sizeOf(one));
    printTable(linesOf(targets, results), bytes);
  }
  if (isChosen('writes')) printWrites(await measureWrites(owner, database.url, values.quick ? 30 : 200));
} finally {
  for (const stop of stops.reverse()) await stop();
}
