import { readFile } from 'node:fs/promises';
import autocannon from 'autocannon';

/** An address with the headers and the process that it is asked with. */
export type Asked = { name: string; url: string; headers: Record<string, string>; pid: number };

/** One round on an address: good answers per second, and processor seconds of its process per answer. */
export type Round = { rate: number; cpu: number };

/** The seconds of a round, the requests to each process before the first, and how many are under way at a time. */
export type Effort = { rounds: number; seconds: number; warmUp: number; connections: number };

const warm = new Set<number>();

const ticksPerSecond = 100;

/**
 * Measures addresses in interleaved rounds, so that what else the machine does meets all alike, after as many requests to each
 * process. An answer other than 200 counts as none.
 */
export async function measure(
  asked: Asked[],
  { rounds, seconds, warmUp, connections }: Effort,
): Promise<Map<string, Round[]>> {
  for (const one of asked) {
    const own = asked.filter(({ pid }) => pid === one.pid);
    await run(one, connections, warm.has(one.pid) ? { duration: seconds } : { amount: Math.ceil(warmUp / own.length) });
  }
  for (const { pid } of asked) warm.add(pid);
  const results = new Map<string, Round[]>(asked.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const one of asked) results.get(one.name)?.push(await run(one, connections, { duration: seconds }));
  return results;
}

async function run(
  { url, headers, pid }: Asked,
  connections: number,
  length: { duration: number } | { amount: number },
) {
  const before = await cpuSeconds(pid);
  const { requests, duration, non2xx } = await autocannon({ url, headers, connections, ...length });
  const after = await cpuSeconds(pid);
  return { rate: (requests.total - non2xx) / duration, cpu: (after - before) / requests.total };
}

/** The processor time of a process in seconds; NaN where the system has no /proc. */
export async function cpuSeconds(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [, , , , , , , , , , , user, system] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(user) + Number(system)) / ticksPerSecond;
}

/** The bytes and elements of one answer. */
export async function sizeOf({ url, headers }: Asked): Promise<{ bytes: number; elements: number }> {
  const text = await fetch(url, { headers }).then((answer) => answer.text());
  const [html = ''] = text.split('<script>(self.__next_f');
  return { bytes: Buffer.byteLength(text), elements: html.match(/<[a-z]/g)?.length ?? 0 };
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
