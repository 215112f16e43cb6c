import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aptGetInstall } from '@/tests/support/processes/apt-get';

/** Where a proxy listens, and the portal's port. */
type Ports = { port: number; portal: number };

type Recipe = {
  /** The language of the recipe's block in docs/operations.md. */
  language: string;
  /** The paths that the program may have; with `package` it is installed from Debian where it is missing. */
  programs: string[];
  package: string | null;
  /** The program's whole configuration around the recipe, for HTTP on `port`. */
  configuration: (recipe: string, port: number, folder: string) => string;
  /** A second file, `static.yaml`. */
  extra?: (port: number, folder: string) => string;
  args: (folder: string) => string[];
};

const modules = ['mpm_event', 'authz_core', 'proxy', 'proxy_http', 'headers', 'deflate', 'filter'];

export const recipes = {
  nginx: {
    language: 'nginx',
    programs: ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'],
    package: 'nginx',
    configuration: (recipe, port, folder) =>
      `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr;
events {}
http {
  access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/1; uwsgi_temp_path ${folder}/2; scgi_temp_path ${folder}/3;
  server { listen 127.0.0.1:${port}; ${recipe} }
}`,
    args: (folder) => ['-c', join(folder, 'configuration'), '-e', 'stderr'],
  },
  Caddy: {
    language: 'caddy',
    programs: ['/usr/bin/caddy', '/usr/local/bin/caddy', '/opt/homebrew/bin/caddy'],
    package: 'caddy',
    configuration: (recipe, port) =>
      `{\n\tadmin off\n}\n${recipe.replace('portal.example.com', `http://localhost:${port}`)}`,
    args: (folder) => ['run', '--config', join(folder, 'configuration'), '--adapter', 'caddyfile'],
  },
  Apache: {
    language: 'apache',
    programs: ['/usr/sbin/apache2'],
    package: 'apache2',
    configuration: (recipe, port, folder) =>
      `ServerRoot ${folder}\nServerName localhost\nListen 127.0.0.1:${port}\nPidFile ${folder}/pid\nErrorLog ${folder}/error.log
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
User www-data\nGroup www-data
<VirtualHost *:${port}>\n${recipe}\n</VirtualHost>\n`,
    args: (folder) => ['-X', '-f', join(folder, 'configuration')],
  },
  Traefik: {
    language: 'yaml',
    programs: ['/usr/bin/traefik', '/usr/local/bin/traefik'],
    package: null,
    configuration: (recipe) => recipe.replace('portal.example.com', 'localhost').replace(/^ *tls: .*\n/m, ''),
    extra: (port, folder) =>
      `entryPoints: { websecure: { address: "127.0.0.1:${port}" } }\nproviders: { file: { filename: "${folder}/configuration" } }\n`,
    args: (folder) => ['--configFile', join(folder, 'static.yaml')],
  },
} as const satisfies Record<string, Recipe>;

/** The path of the recipe's program, installed from Debian where possible; null where there is none. */
export async function programOf({ programs, package: debian }: Recipe): Promise<string | null> {
  const find = () => programs.find((path) => existsSync(path)) ?? null;
  if (!find() && debian) await aptGetInstall(debian).catch((error) => console.log(String(error).split('\n', 1).join()));
  return find();
}

/** Starts the program with the recipe of docs/operations.md, which names the portal as 127.0.0.1:3000. */
export async function startProxy(
  recipe: Recipe,
  program: string,
  folder: string,
  { port, portal }: Ports,
): Promise<{ stop: () => Promise<void>; printed: () => string }> {
  const documented = (await recipeIn('docs/operations.md', recipe.language)).replace(
    '127.0.0.1:3000',
    `127.0.0.1:${portal}`,
  );
  await writeFile(join(folder, 'configuration'), recipe.configuration(documented, port, folder));
  if (recipe.extra) await writeFile(join(folder, 'static.yaml'), recipe.extra(port, folder));
  const child = spawn(program, recipe.args(folder), {
    env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return { stop: () => stopped(child), printed: () => output };
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function recipeIn(path: string, language: string): Promise<string> {
  const text = await readFile(path, 'utf8');
  const [, ...blocks] = text.split(`\n\`\`\`${language}\n`);
  const [recipe] = blocks.map((block) => block.split('\n```\n', 1).join());
  if (blocks.length !== 1 || !recipe?.includes('127.0.0.1:3000'))
    throw new Error(`${path} needs one block of ${language} with the portal at 127.0.0.1:3000`);
  return recipe;
}
