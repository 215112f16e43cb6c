import { env } from '@/lib/env';
import { parseAddress } from '@/lib/http/ip-address';

/** Where a request came from, for the audit trail and the throttle. */
export type Origin = { ip: string | null; userAgent: string | null };

/** Set from the socket on every request (lib/http/peer-address.ts), so a visitor cannot forge it. */
export const peerHeader = 'x-oriel-peer';

const maxUserAgent = 300;

/**
 * The origin of a request. Each proxy appends the address of its peer to X-Forwarded-For, so with TRUST_PROXY = n the n-th
 * address from the end (the socket's own is the last) is the first one that a visitor cannot forge. `ip` is null where that
 * hop is no address.
 */
export function originOf(headers: Pick<Headers, 'get'>, trustedProxies = env().trustProxy): Origin {
  const forwarded = trustedProxies > 0 ? (headers.get('x-forwarded-for') ?? '') : '';
  const hops = [...forwarded.split(','), headers.get(peerHeader) ?? ''].map((hop) => hop.trim()).filter(Boolean);
  const hop = hops[Math.max(0, hops.length - 1 - trustedProxies)] ?? '';
  return {
    ip: parseAddress(withoutPort(hop))?.toString() ?? null,
    userAgent: headers.get('user-agent')?.slice(0, maxUserAgent) ?? null,
  };
}

/** Removes the port that some proxies write after the address: `192.0.2.1:443`, `[2001:db8::1]:443`. */
function withoutPort(hop: string): string {
  return hop.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
}
