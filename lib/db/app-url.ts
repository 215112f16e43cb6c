import { env } from '@/lib/env';
import { appPassword } from '@/lib/secret';

/** The portal's database URL: server and database of `ownerUrl`, user `oriel_app`. */
export function appUrl(ownerUrl: string, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = 'oriel_app';
  url.password = appPassword(secret);
  return url.href;
}

/** PgBouncer keeps no statements between transactions before its version 1.21; `pgbouncer=true` in the address says that it is one. */
export function isPooledOutside(): boolean {
  return new URL(env().appDatabaseUrl).searchParams.get('pgbouncer') === 'true';
}
