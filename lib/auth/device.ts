import { userAgentFromString } from 'next/server';

/** Browser and operating system by their common names, so that people recognise their devices; null where unknown. */
export type Device = { browser: string | null; system: string | null };

/** Common names for browsers and systems that the parser names differently. */
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
