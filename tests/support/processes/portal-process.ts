import { freePort } from '@/lib/db/embedded/port';
import { portalProcess, untilEnded, untilHealthy } from '@/scripts/launch/portal';
import { testSecret } from '@/tests/support/database/global-setup';

/** Addresses of a portal and its database, as strings that vitest can pass to its workers. */
export type PortalAddresses = { url: string; ownerUrl: string; appUrl: string };

/** A running portal: the addresses that people and tests use, and the port that it listens on. */
export type StartedPortal = { addresses: PortalAddresses; port: number; stop: () => Promise<void>; pid: number };

/**
 * Starts the production build on a free port and waits until it is healthy; `publicUrl` is the address of a proxy in front.
 * Throws if it exits before that.
 */
export async function startPortal(
  { ownerUrl, appUrl }: { ownerUrl: string; appUrl: string },
  folder: string,
  publicUrl?: string,
): Promise<StartedPortal> {
  const listening = { host: '127.0.0.1', port: await freePort() };
  const addresses = { url: publicUrl ?? `http://localhost:${listening.port}`, ownerUrl, appUrl };
  const portal = portalProcess('start', listening, {
    ...portalSettings(addresses, folder),
    TRUST_PROXY: publicUrl ? '1' : '0',
  });
  const stopping = new AbortController();
  const ended = untilEnded(portal, stopping.signal);
  const stop = async () => {
    stopping.abort();
    await ended;
  };
  if (!(await untilHealthy(listening, portal)))
    throw new Error('The portal ended before it could serve; its messages are above');
  return { addresses, port: listening.port, pid: portal.pid ?? 0, stop };
}

/** The portal's settings; the test process uses them too, so that its session cookies are signed with the same key. */
export function portalSettings({ url, appUrl }: PortalAddresses, folder: string): Record<string, string> {
  return {
    ORIEL_SECRET: testSecret,
    ORIEL_APP_DATABASE_URL: appUrl,
    ORIEL_URL: url,
    NEXTAUTH_URL: url,
    ORIEL_DEMO: '0',
    ORIEL_DATA_DIR: folder,
    DATABASE_URL: '',
  };
}
