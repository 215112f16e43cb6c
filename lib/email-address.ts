import { domainToASCII, domainToUnicode } from 'node:url';

/**
 * The one form in which an e-mail address is kept, compared and shown: lower case, in the normal form NFC, the domain in
 * Unicode (UTS #46) however it was typed, so `user@xn--mller-kva.example` becomes `user@müller.example`. The result of a text
 * without a valid domain does not match `addressPattern`.
 */
export function canonicalAddress(typed: string): string {
  const address = typed.trim().toLowerCase().normalize('NFC');
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  return `${local}@${canonicalDomain(address.slice(at + 1))}`;
}

/** A domain in Unicode, or an empty text for what is none. */
function canonicalDomain(domain: string): string {
  // Node's functions decode per cent signs and cut at slashes and colons, so such signs are refused before.
  if (!/^[\p{L}\p{M}\p{N}\p{Join_C}.。-]+$/u.test(domain)) return '';
  const ascii = domainToASCII(domain);
  if (ascii.length > 253 || !asciiDomain.test(ascii)) return '';
  const shown = domainToUnicode(ascii);
  // Node also decodes names that no registry gives out, such as xn--abc-, into names that belong to somebody else.
  return domainToASCII(shown) === ascii ? shown : '';
}

/** Labels of RFC 1035 of at most 63 characters; the last one has no digits, or is an encoded one (`xn--p1ai`). */
const asciiDomain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/**
 * The pattern of an address in its one form: before the @, dot-separated words of letters of every script (RFC 6531), digits,
 * hyphens, plus signs, apostrophes and underscores, none of them invisible (DI); the domain was checked with its form.
 */
export const addressPattern = /^(?![^@]*\p{DI})[\p{L}\p{M}\p{N}_'+-]+(\.[\p{L}\p{M}\p{N}_'+-]+)*@[^@\s]+$/u;
