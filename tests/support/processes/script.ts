import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

export type Ended = { code: number | null; output: string };

/** Starts a TypeScript file of the repository in a separate process, with only these of Oriel's variables set. */
export function startScript(path: string, args: string[], variables: Record<string, string>): ChildProcess {
  const blank = {
    DATABASE_URL: '',
    ORIEL_APP_DATABASE_URL: '',
    ORIEL_SECRET: '',
    ORIEL_DATA_DIR: '',
    ORIEL_DEMO: '',
    PORT: '',
    ORIEL_HOST: '',
    ORIEL_URL: '',
    TRUST_PROXY: '',
  };
  return spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', resolve(path), ...args], {
    env: { ...process.env, ...blank, ...variables },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Waits until a process exits; `output` holds its stdout and stderr. */
export async function untilDone(child: ChildProcess): Promise<Ended> {
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'close');
  return { code, output: output.trim() };
}

export function runScript(path: string, args: string[], variables: Record<string, string>): Promise<Ended> {
  return untilDone(startScript(path, args, variables));
}
