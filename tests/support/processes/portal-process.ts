import { freePort } from '@/lib/db/embedded/port';
import { portalProcess, untilEnded, untilHealthy } from '@/scripts/launch/portal';
import { testSecret } from '@/tests/support/database/global-setup';

/** Addresses of a portal and its database, as strings that vitest can pass to its workers. */
export type PortalAddresses = { url: string; ownerUrl: string; appUrl: string };

/** Starts the production build on a free port and waits until it is healthy. Throws if it exits before that. */
export async function startPortal(
  { ownerUrl, appUrl }: { ownerUrl: string; appUrl: string },
  folder: string,
): Promise<{ addresses: PortalAddresses; stop: () => Promise<void> }> {
  const port = await freePort();
  const addresses = { url: `http://localhost:${port}`, ownerUrl, appUrl };
  const portal = portalProcess('start', port, portalSettings(addresses, folder));
  const stopping = new AbortController();
  const ended = untilEnded(portal, stopping.signal);
  const stop = async () => {
    stopping.abort();
    await ended;
  };
  if (!(await untilHealthy(port, portal)))
    throw new Error('The portal ended before it could serve; its messages are above');
  return { addresses, stop };
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
