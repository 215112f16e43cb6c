import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { environmentFor } from '@/lib/env';
import { SetupError } from '@/lib/setup-error';

const patience = 10_000; // milliseconds between SIGTERM and SIGKILL, for open requests

/** The address and port that a portal listens on. */
export type Listening = { host: string; port: number };

/**
 * Flags of Node for the production server. Rendering makes many objects that live for one request; in a young generation of 64 MB
 * they are dead before it is collected, and need not be copied.
 */
export const serverFlags = ['--max-semi-space-size=64'];

/** Throws a SetupError when the port cannot be opened. */
export async function requireFreePort({ host, port }: Listening): Promise<void> {
  const error = await new Promise<NodeJS.ErrnoException | null>((done) => {
    const server = createServer().once('error', done);
    server.listen({ port, host: listenOn(host) }, () => server.close(() => done(null)));
  });
  if (error?.code === 'EADDRINUSE')
    throw new SetupError(`Port ${port} is taken by another program: set PORT to a free one`);
  if (error?.code === 'EADDRNOTAVAIL')
    throw new SetupError(`ORIEL_HOST ${host} is no address of this machine: set another one, or none`);
  if (error) throw new SetupError(`Port ${port} cannot be opened (${error.code}): set PORT to another one`);
}

/** Every interface is no host for Node: only then it also serves a machine without IPv6. */
function listenOn(host: string): string | undefined {
  return host === '::' ? undefined : host;
}

/** Starts Next on an address and port. Ends together with this process, even after a kill -9 (with-parent.mjs). */
export function portalProcess(
  mode: 'start' | 'dev',
  { host, port }: Listening,
  variables: Record<string, string>,
): ChildProcess {
  const withParent = new URL('./with-parent.mjs', import.meta.url).href;
  const next = resolve('node_modules/next/dist/bin/next');
  const hostname = listenOn(host);
  const address = ['--port', String(port), ...(hostname === undefined ? [] : ['--hostname', hostname])];
  const flags = mode === 'start' ? serverFlags : [];
  const portal = spawn(process.execPath, [...flags, '--import', withParent, next, mode, ...address], {
    env: environmentFor({ ...variables, PORT: String(port), NEXT_TELEMETRY_DISABLED: '1' }),
    stdio: ['ignore', 'inherit', mode === 'dev' ? 'pipe' : 'inherit', 'ipc'],
  });
  if (portal.stderr) void readably(portal.stderr);
  return portal;
}

/** Formats the log's JSON lines for a terminal; other lines pass through. Imports pino-pretty late: it is a development dependency. */
async function readably(log: Readable): Promise<void> {
  const { default: pretty } = await import('pino-pretty');
  const { isTTY = false } = process.stderr;
  log.pipe(pretty({ destination: 2, sync: true, colorize: isTTY, translateTime: 'HH:MM:ss' }));
}

/** Waits until /api/health answers 200. False when the portal exits first. */
export async function untilHealthy({ host, port }: Listening, portal: ChildProcess): Promise<boolean> {
  const reached = ['::', '0.0.0.0'].includes(host) ? '127.0.0.1' : host;
  const health = `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}/api/health`;
  while (portal.exitCode === null && portal.signalCode === null) {
    const answer = await fetch(health).catch(() => null);
    if (answer?.ok) return true;
    await pause(100);
  }
  return false;
}

/** Waits for the portal to exit; stops it on abort. Resolves to the launcher's exit code: 0 after an abort. */
export async function untilEnded(portal: ChildProcess, asked: AbortSignal): Promise<number> {
  const end = () => {
    portal.kill('SIGTERM');
    setTimeout(() => portal.kill('SIGKILL'), patience).unref();
  };
  asked.addEventListener('abort', end);
  if (asked.aborted) end();
  const [code] = await once(portal, 'exit');
  return asked.aborted ? 0 : Number(code) || 1;
}
