import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

/** Installs Debian's package of a program that tests need. Does nothing where this is not Debian, or not root. */
export async function aptGetInstall(name: string): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing the system package ${name} for the browser tests …`);
  // RUNLEVEL=1 keeps the package from starting its service.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const aptGet = (...args: string[]) =>
    promisify(execFile)('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], { env });
  await aptGet('update');
  await aptGet('install', '--yes', '--no-install-recommends', name);
}
