import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openEmbedded } from '@/lib/db/embedded';
import { ensureDataDir } from '@/lib/db/embedded/cluster';
import { startScript } from '@/tests/support/processes/script';

let folder: string;
const started: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oriel-embedded-'));
});

afterEach(async () => {
  for (const child of started.splice(0)) await killed(child);
  if (await serverPid().catch(() => 0)) await (await openEmbedded(folder)).close();
  await rm(folder, { recursive: true, force: true });
});

/** Starts another process that uses the same server. */
async function holder(): Promise<{ child: ChildProcess; url: string; leave: () => Promise<void> }> {
  const child = startScript('tests/support/processes/hold-embedded.ts', [folder], {});
  started.push(child);
  const lines = child.stdout?.setEncoding('utf8');
  if (!lines) throw new Error('no output');
  const [url] = await once(lines, 'data');
  const leave = async () => {
    child.stdin?.end();
    await once(child, 'exit');
  };
  return { child, url: String(url).trim(), leave };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const lockFile = () => join(folder, 'postgres/data/postmaster.pid');
const serverPid = async () => Number((await readFile(lockFile(), 'utf8')).split('\n')[0]);
const modeOf = async (path: string) => ((await stat(join(folder, path))).mode & 0o777).toString(8);

describe('the embedded PostgreSQL', () => {
  test('keeps its data, its port and its password over a restart, and listens on this machine only', async () => {
    const first = await openEmbedded(folder);
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    expect(await query(first.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await query(first.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    await first.close();
    await expect(query(first.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');

    const second = await openEmbedded(folder);
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    expect(await modeOf('postgres/password')).toBe('600');
    expect(await modeOf('postgres')).toBe('700');
    await second.close();
  });

  test('moves to another port when somebody has taken its own', async () => {
    const first = await openEmbedded(folder);
    await first.close();
    const taken = Number(new URL(first.url).port);
    const squatter = spawn(process.execPath, [
      '-e',
      `require('net').createServer().listen(${taken}, '127.0.0.1', () => console.log('up'))`,
    ]);
    started.push(squatter);
    await once(squatter.stdout, 'data');
    const second = await openEmbedded(folder);
    expect(new URL(second.url).port).not.toBe(String(taken));
    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.close();
  });

  test('is made once and shared by processes that start at once; the last one out stops it', async () => {
    const [one, two, three] = await Promise.all([holder(), holder(), openEmbedded(folder)]);
    expect(new Set([one.url, two.url, three.url]).size).toBe(1);
    expect(await readdir(folder)).toEqual(['postgres']);
    await one.leave();
    await three.close();
    expect(await query(two.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await two.leave();
    await expect(query(two.url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  test('processes that come and go at the same moment never find it gone', async () => {
    const visit = async () => {
      const { url, close } = await openEmbedded(folder);
      expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await close();
    };
    for (let round = 0; round < 3; round++) await Promise.all([visit(), visit(), visit(), visit()]);
    await expect(stat(lockFile())).rejects.toThrow('ENOENT');
  });

  test('outlives a kill -9 of its user: the next one joins the server that was left behind, and stops it', async () => {
    const { child, url } = await holder();
    const pid = await serverPid();
    await killed(child);
    const next = await openEmbedded(folder);
    expect(next.url).toBe(url);
    expect(await serverPid()).toBe(pid);
    await next.close();
    await expect(query(url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  test('recovers what was committed when server and user were both killed', async () => {
    const { child, url } = await holder();
    await query(url, 'CREATE TABLE committed AS SELECT 7 AS n');
    const pid = await serverPid();
    await killed(child);
    process.kill(pid, 'SIGKILL');
    const next = await openEmbedded(folder);
    expect(await query(next.url, 'SELECT n FROM committed')).toEqual([{ n: 7 }]);
    await next.close();
  });

  test('comes back by itself, on the same port, when only the server was killed', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { url, close } = await openEmbedded(folder);
    const pid = await serverPid();
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(async () => expect(await serverPid()).not.toBe(pid), { timeout: 60_000, interval: 50 });
    await vi.waitFor(() => query(url, 'SELECT 1'), { timeout: 60_000, interval: 50 });
    expect(logged).toHaveBeenCalledWith('The embedded PostgreSQL went away; starting it again.');
    logged.mockRestore();
    await close();
  });

  test('is not fooled by a stale lock whose number now belongs to another program of the same user', async () => {
    await (await openEmbedded(folder)).close();
    const { uid, gid } = await stat(join(folder, 'postgres/data'));
    const other = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid, gid } : {});
    started.push(other);
    await writeFile(
      lockFile(),
      `${other.pid}\n${join(folder, 'postgres/data')}\n1700000000\n5432\n\n127.0.0.1\n 1 1\nready\n`,
    );
    const { url, close } = await openEmbedded(folder);
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(other.exitCode).toBeNull();
    await close();
  });

  test('forgets what a process killed while making it left behind', async () => {
    const gone = spawn('true');
    await once(gone, 'exit');
    await mkdir(join(folder, `postgres.draft-${gone.pid}-abcd/data`), { recursive: true });
    await mkdir(join(folder, 'postgres'));
    await (await openEmbedded(folder)).close();
    expect(await readdir(folder)).toEqual(['postgres']);
  });

  test('never touches a folder that holds something else', async () => {
    await mkdir(join(folder, 'postgres'));
    await writeFile(join(folder, 'postgres/thesis.txt'), 'mine');
    await expect(openEmbedded(folder)).rejects.toThrow(/postgres is not a database that Oriel made: move it away/);
    expect(await readdir(join(folder, 'postgres'))).toEqual(['thesis.txt']);
  });

  test('says in one line that the data folder is no folder', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(openEmbedded(join(folder, 'file/data'))).rejects.toThrow(
      /^The data folder .* cannot be written to \(ENOTDIR\): set ORIEL_DATA_DIR/,
    );
  });

  test('says in one line that the data folder is read-only', async () => {
    await mkdir(join(folder, 'locked'), { mode: 0o555 });
    const asNobody = process.getuid?.() === 0;
    if (asNobody) process.seteuid?.(65_534); // uid 65534 (nobody), because root may write anywhere
    try {
      await expect(ensureDataDir(join(folder, 'locked'))).rejects.toThrow(
        /cannot be written to \(EACCES\): set ORIEL_DATA_DIR/,
      );
      await expect(ensureDataDir(join(folder, 'locked/data'))).rejects.toThrow(/cannot be written to \(EACCES\)/);
    } finally {
      if (asNobody) process.seteuid?.(0);
    }
  });
});
