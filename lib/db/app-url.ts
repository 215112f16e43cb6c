import { appPassword } from '@/lib/secret';

/** The portal's database URL: server and database of `ownerUrl`, user `oriel_app`. */
export function appUrl(ownerUrl: string, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = 'oriel_app';
  url.password = appPassword(secret);
  return url.href;
}
