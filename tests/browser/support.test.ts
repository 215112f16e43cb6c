import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { hydrated, openAs } from '@/tests/support/browser/session';
import { smallPdf } from '@/tests/support/http/upload';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();
const [jane, tomas] = ['jane@okafor.example', 'staff@harborpine.example'];

const pdf = { name: 'window.pdf', mimeType: 'application/pdf', buffer: Buffer.from(smallPdf()) };
const ticketOf = async (subject: string) =>
  (
    await owner.query<{ id: string; status: string; texts: number }>(
      `select t.id, t.status, (select count(*)::int from ticket_messages m where m.ticket_id = t.id) as texts
       from support_tickets t where t.subject = $1`,
      [subject],
    )
  ).rows;

async function ask(page: Page, subject: string): Promise<void> {
  await page.goto('/client/support/new');
  await page.getByRole('textbox', { name: /What is it about/ }).fill(subject);
  await page.getByRole('textbox', { name: /Your question/ }).fill('It **sticks** since the rain.');
}

describe('a ticket on the pages of both sides', () => {
  it('is opened, answered, closed, and opened again by a reply', async () => {
    const client = await openAs(browser, url, owner, jane, { locale: 'en' });
    const team = await openAs(browser, url, owner, tomas, { locale: 'en' });
    await ask(client.page, 'The window sticks');
    await client.page.getByRole('button', { name: 'Send' }).click();
    await client.page.getByRole('heading', { name: 'The window sticks' }).waitFor();
    await expect.poll(() => client.page.getByText('Waiting for Harbor & Pine Builders').count()).toBe(1);
    await expect.poll(() => client.page.locator('strong', { hasText: 'sticks' }).count()).toBe(1);

    await team.page.goto('/admin/support');
    await team.page.getByRole('link', { name: /The window sticks/ }).click();
    const answer = team.page.locator('#answer textarea');
    await hydrated(answer);
    await answer.fill('We come on Friday.');
    await team.page.getByRole('button', { name: 'Send', exact: true }).click();
    await team.page.locator('article', { hasText: 'We come on Friday.' }).waitFor();
    await team.page.locator('#note summary').click();
    await team.page.locator('#note textarea').fill('Bring the long ladder.');
    await team.page.getByRole('button', { name: 'Keep the note' }).click();
    await team.page.locator('article', { hasText: 'Only your team' }).waitFor();
    await team.page.getByRole('button', { name: 'Close', exact: true }).click();
    await team.page.getByRole('button', { name: 'Open again' }).waitFor();

    await client.page.goto('/client/support?status=closed');
    await client.page.getByRole('link', { name: 'The window sticks' }).click();
    await client.page.getByText('This request is closed').waitFor();
    await expect.poll(() => client.page.getByText('ladder').count()).toBe(0);
    const reply = client.page.locator('.composer textarea').first();
    await hydrated(reply);
    await reply.fill('It sticks again.');
    await client.page.getByRole('button', { name: 'Send' }).click();
    await client.page.locator('article', { hasText: 'It sticks again.' }).waitFor();
    expect(await ticketOf('The window sticks')).toMatchObject([{ status: 'open', texts: 2 }]);
    expect([...client.complaints, ...team.complaints]).toEqual([]);
    await Promise.all([client.close(), team.close()]);
  });

  it('pressed twice is one ticket, and what is missing is shown before it is sent', async () => {
    const { page, complaints, close } = await openAs(browser, url, owner, jane, { locale: 'en' });
    await page.goto('/client/support/new');
    const send = page.getByRole('button', { name: 'Send' });
    await hydrated(send);
    await send.click();
    await page.getByText('Please fill this in').first().waitFor();
    await ask(page, 'Pressed twice');
    await send.dblclick();
    await page.getByRole('heading', { name: 'Pressed twice' }).waitFor();
    expect(await ticketOf('Pressed twice')).toHaveLength(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('comes with files, and is shown what crossed a reply before that is sent', async () => {
    const { page, complaints, close } = await openAs(browser, url, owner, jane, { locale: 'en' });
    // A line that says nothing: what the other side writes is not shown by itself.
    await page.route(/\/api\/live\?/, (route) =>
      route.fulfill({ contentType: 'text/event-stream', body: ': quiet\n\n' }),
    );
    await ask(page, 'With a file');
    await hydrated(page.getByRole('button', { name: 'Send' }));
    await page.locator('input[type=file]').first().setInputFiles(pdf);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'With a file' }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'window.pdf' }).count()).toBe(1);
    const [ticket] = await ticketOf('With a file');

    const team = await openAs(browser, url, owner, tomas, { locale: 'en' });
    await team.page.goto(`/admin/support/${ticket?.id}`);
    await hydrated(team.page.locator('#answer textarea'));
    await team.page.locator('#answer textarea').fill('Seen, thank you.');
    await team.page.getByRole('button', { name: 'Send', exact: true }).click();
    await team.page.locator('article', { hasText: 'Seen, thank you.' }).waitFor();

    const reply = page.locator('.composer textarea').first();
    await reply.fill('Did you see it?');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.locator('article', { hasText: 'Seen, thank you.' }).waitFor();
    await expect.poll(() => reply.inputValue()).toBe('Did you see it?');
    expect(await ticketOf('With a file')).toMatchObject([{ texts: 1 }]);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.locator('article', { hasText: 'Did you see it?' }).waitFor();
    expect(complaints).toEqual([]);
    await Promise.all([close(), team.close()]);
  });

  it('works without a script', async () => {
    const { page, close } = await openAs(browser, url, owner, jane, { locale: 'en', javaScriptEnabled: false });
    await ask(page, 'Without a script');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'Without a script' }).waitFor();
    await page.locator('.composer textarea').first().fill('And one more thing.');
    await page.getByRole('button', { name: 'Send' }).first().click();
    await page.locator('article', { hasText: 'And one more thing.' }).waitFor();
    await page.getByText('Add a file').click();
    await page.locator('details textarea').fill('Here it is.');
    await page.locator('details input[type=file]').setInputFiles(pdf);
    await page.locator('details button').click();
    await page.locator('article', { hasText: 'window.pdf' }).waitFor();
    expect(await ticketOf('Without a script')).toMatchObject([{ texts: 2 }]);
    await close();
  });
});

it('the inbox is walked by keyboard, and a saved reply is inserted in the words of the ticket', async () => {
  const { page, complaints, close } = await openAs(browser, url, owner, tomas, { locale: 'en' });
  await page.goto('/admin/support?status=open');
  await page.getByText('Keys: J and K').waitFor();
  const first = page.locator('table a.cover').first();
  await hydrated(first);
  await page.keyboard.press('j');
  await expect.poll(() => first.evaluate((node) => node === document.activeElement)).toBe(true);
  await page.keyboard.press('r');
  await page.waitForURL(/#answer$/);
  const answer = page.locator('#answer textarea');
  await expect.poll(() => answer.evaluate((node) => node === document.activeElement)).toBe(true);
  await page.getByRole('combobox', { name: 'Insert a saved reply' }).selectOption({ label: 'We come by' });
  await page.getByRole('button', { name: 'Insert' }).click();
  await expect.poll(() => answer.inputValue()).toMatch(/^Dear \w+ \w+,[\s\S]*Tomás Reis, Harbor & Pine Builders$/);
  expect(complaints).toEqual([]);
  await close();
});
