import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { environmentFor } from '@/lib/env';
import { SetupError } from '@/lib/setup-error';
import { compressStatic } from '@/scripts/launch/compress';

const stamp = '.next/oriel-sources';
const folders = ['app', 'components', 'lib', 'public', 'prisma/models'];
const files = ['middleware.ts', 'instrumentation.ts', 'next.config.mjs', 'postcss.config.mjs', 'tailwind.config.ts'];
const others = ['tsconfig.json', 'package-lock.json', 'prisma/schema.prisma'];

/** True when `.next` is a finished build of the current sources. */
export async function isBuilt(): Promise<boolean> {
  const built = await readFile(stamp, 'utf8').catch(() => null);
  return built !== null && existsSync('lib/db/generated/client.ts') && built === (await fingerprint());
}

/** Builds the portal for production. Regenerates an outdated database client first. Throws a SetupError. */
export async function build(): Promise<void> {
  const sources = await fingerprint();
  if (!(await isGenerated())) await command('prisma', 'node_modules/prisma/build/index.js', 'generate');
  await command('next', 'node_modules/next/dist/bin/next', 'build');
  await compressStatic('.next/static');
  await writeFile(stamp, sources);
}

/** True when the generated database client is newer than the models. */
async function isGenerated(): Promise<boolean> {
  const changedAt = (path: string) => stat(path).then(({ mtimeMs }) => mtimeMs);
  const models = ['prisma/schema.prisma', ...(await filesUnder('prisma/models'))];
  const client = await changedAt('lib/db/generated/client.ts').catch(() => 0);
  return Math.max(...(await Promise.all(models.map(changedAt)))) <= client;
}

async function command(name: string, path: string, ...args: string[]): Promise<void> {
  const child = spawn(process.execPath, [resolve(path), ...args], {
    env: environmentFor({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
    stdio: 'inherit',
  });
  const [code, signal] = await once(child, 'exit');
  if (signal)
    throw new SetupError(
      `${name} ${args[0]} was ended by ${signal}; often for want of memory: end other programs and start again`,
    );
  if (code !== 0) throw new SetupError(`${name} ${args[0]} failed; its own messages are above`);
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const inFolders = await Promise.all(folders.map(filesUnder));
  for (const path of [...inFolders.flat(), ...files, ...others].sort()) {
    hash.update(path).update(await readFile(path).catch(() => ''));
  }
  return hash.digest('hex');
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join('lib', 'db', 'generated')));
}
