import type { ChildProcess } from 'node:child_process';
import { launchEnv } from '@/lib/env';
import { requireStorage } from '@/lib/storage/probe';
import { portalProcess, requireFreePort, untilEnded, untilHealthy } from '@/scripts/launch/portal';
import { type Prepared, prepare } from '@/scripts/launch/prepare';

export type Serving = {
  mode: 'start' | 'dev';
  /** Runs between the migrations and the first request. */
  first: (prepared: Prepared) => Promise<void>;
  /** Printed when the portal is healthy. */
  greeting: (url: string) => string;
};

/**
 * Runs an installation: starts and migrates the database, starts the portal, and stops both in reverse order. Resolves to 0
 * after a signal, else to the portal's exit code. A signal during the start skips the remaining steps.
 */
export async function serve({ mode, first, greeting }: Serving): Promise<number> {
  const asked = askedToEnd();
  const env = launchEnv();
  await requireFreePort(env.port);
  const prepared = await prepare(env);
  try {
    await requireStorage(env.storage);
    if (!asked.aborted) await first(prepared);
    if (asked.aborted) return 0;
    const portal = portalProcess(mode, env.port, prepared.appVariables);
    const ended = untilEnded(portal, asked);
    await Promise.race([ended, greetWhenHealthy(env.port, portal, greeting(env.url))]);
    return await ended;
  } finally {
    await prepared.database.close();
  }
}

async function greetWhenHealthy(port: number, portal: ChildProcess, greeting: string): Promise<void> {
  if (await untilHealthy(port, portal)) console.log(greeting);
}

function askedToEnd(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => controller.abort());
  return controller.signal;
}
