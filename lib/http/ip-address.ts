import ipaddr from 'ipaddr.js';

/**
 * An address as text, parsed: IPv4 where an IPv6 one only wraps it (`::ffff:192.0.2.1`). Null for what is none; the short,
 * octal and hexadecimal ways to write IPv4 are none.
 */
export function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
  return isAddress ? ipaddr.process(text) : null;
}
