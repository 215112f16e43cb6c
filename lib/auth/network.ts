import ipaddr from 'ipaddr.js';
import { parseAddress } from '@/lib/http/ip-address';

/** The unit that the throttle counts: an IPv4 address, or the /64 of an IPv6 address, because providers assign whole /64s. */
export function networkOf(ip: string): string {
  const address = parseAddress(ip);
  if (!address) return ip.slice(0, 100);
  if (address instanceof ipaddr.IPv4) return address.toString();
  const network = address.parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}
