// Imports Node modules only, because it runs in a fresh clone before the installation.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** Runs `npm ci` when node_modules is missing or differs from package-lock.json. Throws an Error with a one-line message. */
export async function installWhenStale() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 20))
    throw new Error(`Oriel needs Node 20.20 or newer; this is ${process.version}`);
  if (await isInstalled()) return;
  console.log('Installing the packages of package-lock.json …');
  // Older npm runs all install scripts, and Prisma's would download an engine (see prisma.config.ts).
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: resolve(root, 'prisma/engine-stub/schema-engine'), ...process.env };
  const npm = process.env.npm_execpath;
  // The lock file pins versions and hashes, so a cached package needs no registry request.
  const [command, ...args] = npm ? [process.execPath, npm] : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const code = await runThrough(
    command,
    [...args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline'],
    {
      shell: !npm,
      env,
    },
  );
  if (code !== 0) throw new Error('npm ci failed; its own messages are above');
}

/** Runs a program in the repository's root, forwards signals to it, and resolves to its exit code. */
export async function runThrough(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const handOn = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, handOn);
  const [code, signal] = await once(child, 'exit');
  for (const name of signals) process.off(name, handOn);
  if (signal === 'SIGKILL') console.error('oriel: a program was killed, often for want of memory: start again');
  return code ?? 1;
}

async function isInstalled() {
  try {
    const [wanted, present] = await Promise.all([
      packagesIn('package-lock.json'),
      packagesIn('node_modules/.package-lock.json'),
    ]);
    // npm does not install optional packages of other platforms.
    return Object.entries(wanted).every(
      ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
    );
  } catch {
    return false;
  }
}

async function packagesIn(path) {
  return JSON.parse(await readFile(resolve(root, path), 'utf8')).packages;
}
