import { userAgentFromString } from 'next/server';

/** Browser and system by their common names, for people to recognise their devices; null where the header does not tell. */
export type Device = { browser: string | null; system: string | null };

/** The parser's names where people know another. */
const knownAs = new Map([
  ['Mobile Safari', 'Safari'],
  ['Chrome Headless', 'Chrome'],
  ['Opera Mobi', 'Opera'],
  ['Samsung Browser', 'Samsung Internet'],
  ['Mac OS', 'Mac'],
  ['Chromium OS', 'ChromeOS'],
]);

export function deviceOf(userAgent: string | null): Device {
  const { browser, os, device } = userAgentFromString(userAgent ?? '');
  return { browser: named(browser.name), system: named(os.name === 'iOS' ? (device.model ?? 'iOS') : os.name) };
}

function named(name: string | undefined): string | null {
  return name === undefined ? null : (knownAs.get(name) ?? name);
}
