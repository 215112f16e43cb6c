import { type LaunchEnv, launchEnv } from '@/lib/env';
import { requireFonts } from '@/lib/pdf/fonts';
import { SetupError } from '@/lib/setup-error';
import { requireStorage } from '@/lib/storage/probe';
import { portalProcess, requireFreePort, untilEnded, untilHealthy } from '@/scripts/launch/portal';
import { type Prepared, prepare } from '@/scripts/launch/prepare';
import { keepWorking } from '@/scripts/launch/worker';

export type Serving = {
  mode: 'start' | 'dev';
  /** Runs between the migrations and the first request. */
  first: (prepared: Prepared) => Promise<void>;
  /** Printed when the portal is healthy. */
  greeting: (url: string) => string;
};

/**
 * Runs an installation: starts and migrates the database, starts the portal and its worker, and stops them in reverse order. Resolves to 0
 * after a signal, else to the portal's exit code. A signal during the start skips the remaining steps.
 */
export async function serve({ mode, first, greeting }: Serving): Promise<number> {
  const asked = askedToEnd();
  const env = launchEnv();
  await requireFreePort(env);
  if (isProxyUntold(env))
    console.error(
      'oriel: ORIEL_URL is https, so a reverse proxy is in front: set TRUST_PROXY, or all visitors count as one address',
    );
  const prepared = await prepare(env);
  // The worker ends after the portal: with it, and when it ends by itself.
  const done = new AbortController();
  asked.addEventListener('abort', () => done.abort());
  let working: Promise<void> | undefined;
  try {
    await requireStorage(env.storage);
    await requireFonts(env.fontsDir);
    if (!asked.aborted) await first(prepared);
    if (asked.aborted) return 0;
    const portal = portalProcess(mode, env, prepared.appVariables);
    const ended = untilEnded(portal, asked);
    if (await untilHealthy(env, portal)) {
      console.log(greeting(env.url));
      if (env.worker) working = keepWorking(prepared.appVariables, done.signal);
    } else if (!asked.aborted)
      throw new SetupError(
        `The portal ended before it could serve (${portal.signalCode ?? `exit code ${portal.exitCode}`}): its own messages are above`,
      );
    return await ended;
  } finally {
    done.abort();
    await working;
    await prepared.database.close();
  }
}

/** Whether a proxy must be in front, because the portal itself speaks no TLS, while its header is not trusted. */
function isProxyUntold({ url, trustProxy }: LaunchEnv): boolean {
  return url.startsWith('https:') && trustProxy === 0;
}

function askedToEnd(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => controller.abort());
  return controller.signal;
}
