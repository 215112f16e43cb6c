import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { inPieces } from '@/tests/support/browser/in-pieces';
import { weigh } from '@/tests/support/browser/page-weight';
import { addressOf, portalPages } from '@/tests/support/browser/portal-pages';
import { openAs } from '@/tests/support/browser/session';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();
/** With fewer pieces no cut falls into a row of the guest's invoices. */
const slow = await inPieces(url, 9);

/** Pages that once moved while they arrived, and one of each part that is seen only when it is whole. */
const tried = [
  '/client',
  '/client/gallery',
  '/client/invoices',
  '/client/support/[id]',
  '/guest/invoices',
  '/sign-in/[business]',
  '/admin/invoices/[id]',
  '/admin/projects/[id]/upload',
];

/** A page of the team is tried on a desktop alone, because a phone has the same parts. */
const screensOf = (pattern: string) => Object.entries(screens).slice(/^\/(admin|platform)\//.test(pattern) ? 1 : 0);
const screens = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } };
/** As in weight.test.ts, where a page comes in one piece unless the machine is busy. */
const mostShift = 0.01;

describe('a page that arrives in pieces does not move what is there already', () => {
  it.each(portalPages().filter(({ pattern }) => tried.includes(pattern)))('$pattern', async (portalPage) => {
    for (const [screen, viewport] of screensOf(portalPage.pattern)) {
      const address = await addressOf(portalPage, owner);
      const { page, close } = await openAs(browser, slow, owner, portalPage.account, { viewport });
      const { status, shift, moved } = await weigh(page, address);
      expect(status).toBe(200);
      expect.soft(shift, `${screen}: ${moved.join(', ')}`).toBeLessThanOrEqual(mostShift);
      await close();
    }
  });
});
