import ipaddr from 'ipaddr.js';

/**
 * Parses an address; an IPv4-mapped IPv6 one (`::ffff:192.0.2.1`) becomes IPv4. Null for any other text, including the
 * short, octal and hexadecimal forms of IPv4.
 */
export function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
  return isAddress ? ipaddr.process(text) : null;
}
