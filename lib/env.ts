import { z } from 'zod';
import { type MailSettings, mailSettings, mailVariables } from '@/lib/mail-settings';
import { SetupError } from '@/lib/setup-error';
import { type StorageSettings, storageSettings, storageVariables } from '@/lib/storage-settings';

const postgresUrl = z
  .string()
  .refine(isPostgresUrl, 'is not a PostgreSQL address (expected postgresql://user:password@host:5432/database)');

const loopback = '127.0.0.1';

const launch = z.object({
  PORT: z.coerce.number('is not a port number').int().min(1).max(65_535).default(3000),
  ORIEL_HOST: z
    .union(
      [z.ipv4(), z.ipv6(), z.literal('localhost').transform(() => loopback)],
      'is not an address to listen on (expected 127.0.0.1, ::1, 0.0.0.0, :: or another one of this machine)',
    )
    .optional(),
  ORIEL_DATA_DIR: z.string().default('.data'),
  DATABASE_URL: postgresUrl.optional(),
  ORIEL_APP_DATABASE_URL: postgresUrl.optional(),
  ORIEL_DIRECT_DATABASE_URL: postgresUrl.optional(),
  ORIEL_SECRET: z.string().min(32, 'is too short (at least 32 characters)').optional(),
  ORIEL_URL: z
    .url({ protocol: /^https?$/, abort: true, error: 'is not a web address (expected https://portal.example.com)' })
    .refine(isOrigin, 'has more than a host: Oriel serves a whole host, not a path of one (https://portal.example.com)')
    .transform((url) => new URL(url).origin)
    .optional(),
  TRUST_PROXY: z.coerce.number('is not a number of proxies').int().min(0).max(10).default(0),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'is none of fatal, error, warn, info, debug, silent')
    .default('info'),
  ORIEL_DEMO: z.enum(['0', '1'], 'is neither 0 nor 1').default('0'),
  ORIEL_WORKER: z.enum(['0', '1'], 'is neither 0 nor 1').default('1'),
  ORIEL_FONTS: z.string().optional(),
  ORIEL_ARCHIVE_KEYS: z
    .string()
    .regex(/^[0-9a-f]{64}(,[0-9a-f]{64})*$/, 'is no list of SHA-256 fingerprints, separated by commas')
    .transform((list) => list.split(','))
    .default([]),
  ...storageVariables.shape,
  ...mailVariables.shape,
});

/** The settings of the launcher and the other scripts, which provide absent addresses and secrets themselves. */
export type LaunchEnv = {
  /** The address that the portal listens on; `::` and `0.0.0.0` are every interface. */
  host: string;
  port: number;
  dataDir: string;
  databaseUrl: string | undefined;
  appDatabaseUrl: string | undefined;
  directDatabaseUrl: string | undefined;
  secret: string | undefined;
  url: string;
  trustProxy: number;
  demo: boolean;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  /** A folder with more fonts for PDFs, for scripts that the portal's own fonts do not hold. */
  fontsDir: string | undefined;
  /** SHA-256, in hexadecimal, of keys by which archives of audit trails were sealed before this installation had its secret. */
  archiveKeys: string[];
  /** Whether the launcher runs a worker beside the portal; without one, `npm run worker` does elsewhere. */
  worker: boolean;
  mail: MailSettings;
  storage: StorageSettings;
};

/** The settings of the portal, without the owner's DATABASE_URL. */
export type AppEnv = Omit<LaunchEnv, 'databaseUrl' | 'appDatabaseUrl' | 'directDatabaseUrl' | 'secret'> & {
  appDatabaseUrl: string;
  /** The address past a pooler, for the connection that listens to live messages. */
  directDatabaseUrl: string;
  secret: string;
};

type Source = Readonly<Record<string, string | undefined>>;

/** Reads and checks the settings. An empty variable counts as absent. Throws a SetupError of one line. */
export function launchEnv(source: Source = process.env): LaunchEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const { success, data, error } = launch.safeParse(given);
  if (!success)
    throw new SetupError(error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '));
  const trustProxy = data.TRUST_PROXY;
  const demo = data.ORIEL_DEMO === '1';
  // Whoever reaches a portal past its proxy can forge X-Forwarded-For, and the demo's passwords are public.
  const host = data.ORIEL_HOST ?? (demo || trustProxy > 0 ? loopback : '::');
  return {
    host,
    port: data.PORT,
    dataDir: data.ORIEL_DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    appDatabaseUrl: data.ORIEL_APP_DATABASE_URL,
    directDatabaseUrl: data.ORIEL_DIRECT_DATABASE_URL,
    secret: data.ORIEL_SECRET,
    url: data.ORIEL_URL ?? `http://${hostName(host)}:${data.PORT}`,
    trustProxy,
    demo,
    logLevel: data.LOG_LEVEL,
    fontsDir: data.ORIEL_FONTS,
    archiveKeys: data.ORIEL_ARCHIVE_KEYS,
    worker: data.ORIEL_WORKER === '1',
    mail: mailSettings(data, refuse),
    storage: storageSettings(data, data.ORIEL_DATA_DIR, refuse),
  };
}

/** The settings of the portal. The launcher has set the database and the secret, so both are required. Throws a SetupError. */
export function appEnv(source: Source = process.env): AppEnv {
  const { databaseUrl: _, ...rest } = launchEnv(source);
  const appDatabaseUrl = rest.appDatabaseUrl ?? missing('ORIEL_APP_DATABASE_URL');
  return {
    ...rest,
    appDatabaseUrl,
    directDatabaseUrl: rest.directDatabaseUrl ?? appDatabaseUrl,
    secret: rest.secret ?? missing('ORIEL_SECRET'),
  };
}

let checked: AppEnv | undefined;

/** The portal's settings, read and checked at the first use (a build needs none). */
export function env(): AppEnv {
  checked ??= appEnv();
  return checked;
}

/** The environment for a child process: this process's own with some variables changed or, by undefined, removed. */
export function environmentFor(changes: Source): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}

function refuse(message: string): never {
  throw new SetupError(message);
}

function missing(name: string): never {
  throw new SetupError(`${name} is not set; npm start and npm run dev set it`);
}

/** The name in an address of this machine for the address that a server listens on. */
function hostName(host: string): string {
  if ([loopback, '0.0.0.0', '::'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function isOrigin(text: string): boolean {
  const { origin, href } = new URL(text);
  return href === `${origin}/`;
}

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '' && url.pathname.length > 1;
}
