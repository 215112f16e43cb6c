import { isIPv6 } from 'node:net';

/** The unit that the throttle counts: an IPv4 address, or the /64 of an IPv6 one, since providers assign whole /64s. */
export function networkOf(ip: string): string {
  const address = ip.split('%')[0] ?? ip; // without the zone of a link-local address
  if (!isIPv6(address)) return ip.slice(0, 100);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const groups =
    tail === undefined ? before : [...before, ...Array(8 - before.length - after.length).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
