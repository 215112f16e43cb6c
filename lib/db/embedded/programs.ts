import { spawn } from 'node:child_process';
import { type Account, commandAs } from '@/lib/db/embedded/account';
import { findBinaries } from '@/lib/db/embedded/binaries';
import { environmentFor } from '@/lib/env';

export type Finished = { code: number | null; output: string };
export type Programs = { initdb: (args: string[]) => Promise<Finished>; pgCtl: (args: string[]) => Promise<Finished> };

// Overrides the locale and PostgreSQL variables of the caller's environment.
const quiet = { LC_ALL: 'C', PGPORT: undefined, PGDATA: undefined, PGOPTIONS: undefined, PGCLIENTENCODING: undefined };

/** PostgreSQL's programs, run as the account that owns (or will own) the folder. */
export async function programsFor(account: Account, folder: string): Promise<Programs> {
  const binaries = await findBinaries();
  const { prefix, ...ids } = await commandAs(account, [folder, binaries.pgCtl]);
  const run = (program: string) => (args: string[]) => {
    const [command = program, ...rest] = [...prefix, program, ...args];
    return finish(
      spawn(command, rest, { ...ids, cwd: '/', env: environmentFor(quiet), stdio: ['ignore', 'pipe', 'pipe'] }),
    );
  };
  return { initdb: run(binaries.initdb), pgCtl: run(binaries.pgCtl) };
}

// Waits for `exit`, not `close`: on Windows the started server keeps pg_ctl's pipes open.
function finish(child: ReturnType<typeof spawn>): Promise<Finished> {
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => setImmediate(() => resolve({ code, output })));
  });
}
