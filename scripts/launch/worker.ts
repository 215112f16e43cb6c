import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { environmentFor } from '@/lib/env';

const patience = 15_000; // milliseconds between SIGTERM and SIGKILL, for a mail that is under way
const restartAfter = 5_000;

/**
 * Runs the worker as a process of its own beside the portal, so that a hostile mail or a hanging mail server is no burden for
 * requests, and starts it again when it ends by itself. Resolves once it has ended after `asked` is aborted.
 */
export async function keepWorking(variables: Record<string, string>, asked: AbortSignal): Promise<void> {
  while (!asked.aborted) {
    const worker = workerProcess(variables);
    const end = () => {
      worker.kill('SIGTERM');
      setTimeout(() => worker.kill('SIGKILL'), patience).unref();
    };
    asked.addEventListener('abort', end);
    if (asked.aborted) end();
    const [code, signal] = await once(worker, 'exit');
    asked.removeEventListener('abort', end);
    if (asked.aborted) return;
    console.error(`oriel: the worker ended (${signal ?? `exit code ${code}`}) and is started again`);
    await pause(restartAfter, undefined, { signal: asked }).catch(() => undefined);
  }
}

/** Starts a worker with the settings of a portal. It ends together with this process, even after a kill -9. */
export function workerProcess(variables: Record<string, string>) {
  const withParent = new URL('./with-parent.mjs', import.meta.url).href;
  // Without the condition react-server of the other scripts: the translator of next-intl, which mails need, does not load under it.
  const alone = new URL('./without-server-only.mjs', import.meta.url).href;
  const flags = ['--import', withParent, '--import', alone, '--import', 'tsx'];
  return spawn(process.execPath, [...flags, resolve('scripts/launch/worker-process.ts')], {
    env: environmentFor(variables),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}
