import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { testDatabase } from '@/tests/support/database/database';
import { type LetterName, lettersOf, mailedIn, sendAll } from '@/tests/support/fixtures/letters';
import { smtpServer, type TakenMail } from '@/tests/support/stand-ins/smtp';

const { owner } = await testDatabase();
const server = await smtpServer();
Object.assign(process.env, server.variables, { ORIEL_URL: 'https://portal.example.com' });
Object.assign(process.env, {
  IMAP_HOST: '127.0.0.1',
  IMAP_USER: 'x',
  IMAP_PASSWORD: 'x',
  IMAP_REPLY_TO: 'replies@mail.example',
});
const browser = await testBrowser();

/** A folder for the pictures, to be looked at: MAIL_PICTURES=/tmp/mails npx vitest run --project browser tests/browser/mail-look.test.ts */
const folder = process.env.MAIL_PICTURES;
if (folder) await mkdir(folder, { recursive: true });

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [360, 700].map((width) => ({ colorScheme, width, name: `${width}-${colorScheme}` })),
);
const pages = await Promise.all(
  looks.map(async ({ colorScheme, width, name }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 700 } });
    return { name, width, page: await context.newPage() };
  }),
);
afterAll(() => Promise.all(pages.map(({ page }) => page.context().close())));

/** The last mail that a letter has sent to a person in a language. */
async function mailOf(name: LetterName, locale: 'en' | 'de'): Promise<TakenMail> {
  server.reset();
  const mailed = await mailedIn(owner, locale);
  await lettersOf(owner, mailed)[name]();
  await sendAll(owner, mailed);
  const mail = server.taken.at(-1);
  if (!mail) throw new Error('nothing was sent');
  return mail;
}

const names = [
  'invitation',
  'reset',
  'passwordChanged',
  'newDevice',
  'invoice',
  'answer',
  'several',
  'digest',
  'week',
] as const;

describe.each(names)('the mail %s', (name) => {
  it.each(['en', 'de'] as const)('fits a phone and a desktop, light and dark, in %s', async (locale) => {
    const { mail } = await mailOf(name, locale);
    const html = String(mail.html);
    expect(mail.text).toBeTruthy();
    const papers = new Set<string>();
    for (const { page, width, name: look } of pages) {
      await page.setContent(html);
      const found = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        paper: getComputedStyle(document.body).backgroundColor,
        lang: document.documentElement.lang,
      }));
      expect.soft(found.width, look).toBeLessThanOrEqual(width);
      expect.soft(found.lang).toMatch(new RegExp(`^${locale}`));
      papers.add(found.paper);
      if (folder) await page.screenshot({ path: join(folder, `${name}-${locale}-${look}.png`), fullPage: true });
    }
    expect(papers.size).toBe(2);
  });
});

it('a digest of forty events is short, in pictures as in words', async () => {
  const { mail } = await mailOf('digest', 'en');
  expect(String(mail.text).match(/^- /gm)?.length).toBeLessThanOrEqual(20);
  expect(String(mail.text)).toContain('and 11 more');
  expect(Buffer.byteLength(String(mail.html))).toBeLessThan(40_000);
});
