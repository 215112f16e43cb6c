// npm run bench: how far pages, routes and lists are from their floors (docs/performance.md).
//   -- --quick            fewer rounds
//   -- --only=pages,api   some of the groups: pages, api, tenants, writes; search only by its name, since a million records take minutes
//   -- --rounds=9         more rounds than five
//   -- --keep             the build that is there, whatever the sources
//   -- --check            fails where a target misses its goal by half, three times in a row: npm test -- bench
import { parseArgs } from 'node:util';
import pg from 'pg';
import { appUrl } from '@/lib/db/app-url';
import { openEmbedded } from '@/lib/db/embedded';
import { deploy } from '@/lib/db/migrations';
import { appPassword } from '@/lib/secret';
import { serverFlags } from '@/scripts/launch/portal';
import { buildEmpty, buildPortal, start, workplace } from '@/tests/bench/instances';
import { keepMarkup } from '@/tests/bench/markup';
import { type Asked, measure, sizeOf } from '@/tests/bench/measure';
import { searched, writeSearchable } from '@/tests/bench/searchable';
import { linesOf, missed, printTable, printWrites, tolerance } from '@/tests/bench/table';
import { client, groups, markupName, targetsOf } from '@/tests/bench/targets';
import { writeTenants } from '@/tests/bench/tenants';
import { measureWrites, type WriteLine, writeGoal } from '@/tests/bench/writes';
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
    check: { type: 'boolean' },
  },
});
const effort = values.quick
  ? { rounds: 3, seconds: 1, warmUp: 5_000 }
  : { rounds: Number(values.rounds ?? 5), seconds: 2, warmUp: 20_000 };
const isChosen = (group: string) => (values.only ? values.only.split(',').includes(group) : group !== 'search');

const database = await openEmbedded(`${workplace}/data`);
const stops: (() => Promise<unknown>)[] = [database.close];
const failures: string[] = [];
try {
  await deploy(database.url, { appPassword: appPassword(testSecret) });
  const addresses = { ownerUrl: database.url, appUrl: appUrl(database.url, testSecret) };
  await seedDemo(addresses.appUrl, { folder: `${workplace}/files` });
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  stops.push(() => owner.end());
  // The commands that are measured write in the small tenant.
  if (isChosen('tenants') || isChosen('writes')) await writeTenants(owner, ['small', 'big']);
  if (isChosen('search')) for (const [name, rows] of Object.entries(searched)) await writeSearchable(owner, name, rows);

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
  const cookiesOf = async (account: string) => ({ cookie: (await signIn(owner, account)).cookie });
  for (const group of groups.filter(isChosen)) {
    const targets = targetsOf[group];
    const asked: Asked[] = [];
    for (const { name, on, path, account, markupOf } of targets) {
      if (markupOf)
        await keepMarkup(portal.url + markupOf, await cookiesOf(client), folders.empty, markupName(markupOf));
      const { url, pid } = instances[on];
      const headers = account ? await cookiesOf(account) : {};
      asked.push({ name, url: url + path, headers, pid });
    }
    const all = { ...effort, connections: group === 'tenants' || group === 'search' ? 4 : 16 };
    const results = await measure(asked, all);
    let slow = missed(linesOf(targets, results));
    for (let again = 0; values.check && again < 2 && slow.length > 0; again++) {
      // With their controls, of which some may have controls of their own.
      const names = new Set(slow.flatMap(({ target: { name, control } }) => [name, control]));
      const repeated = await measure(
        asked.filter(({ name }) => names.has(name)),
        all,
      );
      slow = missed(
        linesOf(
          slow.map(({ target }) => target),
          repeated,
        ),
      );
    }
    for (const { target } of slow) failures.push(`${target.name} misses its goal by more than half`);
    const bytes = new Map<string, { bytes: number; elements: number }>();
    for (const one of asked) bytes.set(one.name, await sizeOf(one));
    printTable(linesOf(targets, results), bytes);
  }
  if (isChosen('writes')) {
    const measured = () => measureWrites(owner, database.url, values.quick ? 30 : 200);
    const tooSlow = (lines: WriteLine[]) => lines.filter(({ ratio }) => ratio > writeGoal * tolerance);
    let writes = await measured();
    for (let again = 0; values.check && again < 2 && tooSlow(writes).length > 0; again++) writes = await measured();
    printWrites(writes);
    for (const { name } of tooSlow(writes)) failures.push(`${name} misses its goal by more than half`);
  }
} finally {
  for (const stop of stops.reverse()) await stop();
}
if (values.check) {
  for (const failure of failures) console.error(failure);
  process.exitCode = failures.length > 0 ? 1 : 0;
}
