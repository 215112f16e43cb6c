import { afterAll, expect, it } from 'vitest';
import { buildEmpty, start } from '@/tests/bench/instances';
import { cpuSeconds, median } from '@/tests/bench/measure';
import { signIn } from '@/tests/support/identity/sign-in';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner, pid } = await ownPortal();
const { cookie } = await signIn(owner, 'jane@okafor.example');
const empty = await start(await buildEmpty(), [], () => ({}));
afterAll(empty.stop);

/** Processor time in times of the empty Next app's page: what one request after another takes, and more than half of that again. */
const most = {
  ...{ '/client/projects': 3.3 * 1.7, '/client/documents': 4.2 * 1.7, '/client': 5.5 * 1.7 },
  ...{ '/api/client/projects': 1.3 * 1.7, '/api/client/documents': 1.3 * 1.7, '/api/client/dashboard': 2 * 1.7 },
};
const requests = 60;

/** Processor seconds of a process for one answer, of some one after another. */
async function costOf(process: number, address: string): Promise<number> {
  const before = await cpuSeconds(process);
  for (let left = requests; left > 0; left--) {
    const answer = await fetch(address, { headers: { cookie, 'accept-language': 'en' } });
    expect(answer.status).toBe(200);
    await answer.arrayBuffer();
  }
  return ((await cpuSeconds(process)) - before) / requests;
}

// Other work on the machine takes little of a process's own time; the empty app is asked in turn with each page.
it.runIf(globalThis.process.platform === 'linux').each(Object.entries(most))(
  '%s takes no more of the processor than is known',
  async (path, limit) => {
    const rounds: number[] = [];
    await costOf(empty.pid, empty.url);
    await costOf(pid, url + path);
    for (let round = 0; round < 3; round++)
      rounds.push((await costOf(pid, url + path)) / (await costOf(empty.pid, empty.url)));
    console.log(`${path}: ${median(rounds).toFixed(1)} times an empty page`);
    expect(median(rounds)).toBeLessThan(limit);
  },
);
