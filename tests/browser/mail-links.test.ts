import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { startRunner } from '@/lib/jobs/runner';
import { handlers } from '@/lib/worker/handlers';
import { testBrowser } from '@/tests/support/browser/browser';
import { hydrated, openAs } from '@/tests/support/browser/session';
import { ownPortal } from '@/tests/support/processes/portal';
import { smtpServer, type TakenMail } from '@/tests/support/stand-ins/smtp';

const server = await smtpServer();
Object.assign(process.env, server.variables);
const { url, owner } = await ownPortal();
const browser = await testBrowser();
// The portals of tests run without the worker that npm start puts beside them.
const worker = startRunner({ handlers, idle: 100 });
afterAll(() => worker.stop());
beforeEach(server.reset);

const chosen = 'a quiet orchard at 41';
const english = { locale: 'en' };

/** The mail to a person whose subject matches, once the portal has sent it. */
async function mailTo(email: string, subject: RegExp): Promise<TakenMail> {
  const find = () => server.taken.find(({ to, mail }) => to.includes(email) && subject.test(mail.subject ?? ''));
  return vi.waitFor(
    () => {
      const mail = find();
      if (!mail) throw new Error(`only ${server.taken.map((one) => `${one.to}: ${one.mail.subject}`)}`);
      return mail;
    },
    { timeout: 60_000, interval: 200 },
  );
}

/** Every address in a mail: in its HTML, its text and its headers. */
function linksOf({ mail, raw }: TakenMail): string[] {
  const [headers = ''] = raw.split('\r\n\r\n', 1);
  const html = String(mail.html).replaceAll('&amp;', '&');
  const found = `${html}\n${mail.text}\n${headers.replace(/\r\n\s+/g, '')}`.match(/https?:\/\/[^\s"<>)]+/g) ?? [];
  return [...new Set(found)].filter((link) => link.startsWith(url));
}

/** What programs do that check mails for harm: they fetch each link by HEAD and GET, twice, without a cookie. */
async function scan(mail: TakenMail): Promise<string[]> {
  const links = linksOf(mail);
  expect(links.length).toBeGreaterThan(0);
  for (const method of ['HEAD', 'GET', 'HEAD', 'GET'])
    for (const link of links) expect((await fetch(link, { method })).status, `${method} ${link}`).toBeLessThan(400);
  return links;
}

async function choosePassword(link: string, area: '/client' | '/admin'): Promise<void> {
  const { page, complaints, close } = await openAs(browser, url, owner, null, english);
  await page.goto(link);
  for (const field of await page.locator('input[type=password]').all()) await field.fill(chosen);
  await page.locator('main button[type=submit]').click();
  await page.waitForURL(`**${area}`);
  expect(complaints).toEqual([]);
  await close();
}

it('a forgotten password is set anew by the link in a mail, which no scanner of mails uses up', async () => {
  const { page, complaints, close } = await openAs(browser, url, owner, null, english);
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  // The page before has a field of the same name.
  await page.getByRole('button', { name: 'Send me a link' }).waitFor();
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('ravi@rao.example');
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
  const links = await scan(await mailTo('ravi@rao.example', /new password/i));
  const reset = links.find((link) => link.includes('/reset-password/')) ?? '';
  await choosePassword(reset, '/client');
  await mailTo('ravi@rao.example', /password was changed/);
  const again = await openAs(browser, url, owner, null, english);
  await again.page.goto(reset);
  await again.page.getByRole('heading', { name: 'This link has been used' }).waitFor();
  await again.close();
});

it('an invitation is shown and mailed, and the mailed link opens the account', async () => {
  const admin = await openAs(browser, url, owner, 'admin@harborpine.example', english);
  await admin.page.goto('/admin/users/new');
  await admin.page.getByRole('textbox', { name: 'Name' }).fill('Nuno Salgado');
  await admin.page.getByRole('textbox', { name: 'E-mail' }).fill('nuno@harborpine.example');
  await admin.page.locator('select[name=userType]').selectOption('staff');
  await admin.page.getByRole('button', { name: 'Create and get the link' }).click();
  await admin.page.getByText('also mailed to nuno@harborpine.example').waitFor();
  const shown = (await admin.page.locator('main code').textContent()) ?? '';
  const links = await scan(await mailTo('nuno@harborpine.example', /Your access/));
  const invitation = links.find((link) => link.includes('/invitation/')) ?? '';
  expect(invitation).not.toBe(shown);
  await choosePassword(invitation, '/admin');
  const late = await openAs(browser, url, owner, null, english);
  await late.page.goto(shown);
  await late.page.getByRole('heading', { name: 'This link has been used' }).waitFor();
  for (const { complaints, close } of [admin, late]) {
    expect(complaints).toEqual([]);
    await close();
  }
});

it('a message of the team reaches a client live and by mail, whose links stop nothing by being looked at', async () => {
  const jane = await openAs(browser, url, owner, 'jane@okafor.example', english);
  const team = await openAs(browser, url, owner, 'staff@harborpine.example', english);
  const stream = jane.page.waitForResponse(/\/api\/live\?/);
  await jane.page.goto('/client/support');
  await stream;
  await team.page.goto('/admin/support');
  await team.page.getByRole('link', { name: 'Write to a client' }).click();
  await team.page.getByRole('combobox', { name: 'Which client?' }).selectOption({ label: 'Okafor residence' });
  await team.page.getByRole('button', { name: 'Continue' }).click();
  await team.page.getByRole('combobox', { name: /For whom/ }).selectOption({ label: 'Jane Okafor' });
  await team.page.getByRole('textbox', { name: /What is it about/ }).fill('The colour of the door');
  await team.page.getByRole('textbox', { name: /Your message/ }).fill('Green or **blue**?');
  await hydrated(team.page.getByRole('button', { name: 'Send' }));
  await team.page.getByRole('button', { name: 'Send' }).click();
  await team.page.getByRole('heading', { name: 'The colour of the door' }).waitFor();

  const row = jane.page.getByRole('link', { name: 'The colour of the door' });
  await row.waitFor();
  await expect.poll(() => jane.page.locator('.place-count').textContent()).toMatch(/^\d+ with a new answer$/);
  const before = Number.parseInt((await jane.page.locator('.place-count').textContent()) ?? '', 10);
  await row.click();
  await jane.page.locator('article', { hasText: 'Green or blue?' }).waitFor();
  const left = async () => Number.parseInt((await jane.page.locator('.place-count').allTextContents())[0] ?? '0', 10);
  await expect.poll(left).toBe(before - 1);

  const say = async (text: string) => {
    const answer = team.page.locator('#answer textarea');
    await hydrated(answer);
    await answer.fill(text);
    await team.page.getByRole('button', { name: 'Send', exact: true }).click();
    await team.page.locator('article', { hasText: text }).waitFor();
  };
  await say('Or white?');
  await jane.page.locator('article', { hasText: 'Or white?' }).waitFor();
  // What was read before its mail was due is not mailed.
  await jane.page.goto('/client');
  await say('The painter asks again.');
  await owner.query("update jobs set due_at = now() where kind = 'notification_mail'");
  const mail = await mailTo('jane@okafor.example', /The colour of the door/);
  expect(mail.mail.text).toContain('The painter asks again.');
  await scan(mail);
  const { rows } = await owner.query(
    "select p.stopped_at from users u left join mail_preferences p on p.user_id = u.id where u.email = 'jane@okafor.example'",
  );
  expect(rows).toEqual([{ stopped_at: null }]);
  for (const { complaints, close } of [jane, team]) {
    expect(complaints).toEqual([]);
    await close();
  }
});
