import { appPassword } from '@/lib/secret';

/** The address that the portal logs in with: the owner's server and database, as `oriel_app`. */
export function appUrl(ownerUrl: string, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = 'oriel_app';
  url.password = appPassword(secret);
  return url.href;
}
