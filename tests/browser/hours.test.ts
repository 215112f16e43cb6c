import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { emptyProject, manager } from '@/tests/support/browser/gallery';
import { openAs } from '@/tests/support/browser/session';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();
const desktop = { viewport: { width: 1280, height: 800 } };
const open = () => openAs(browser, url, owner, manager, desktop);

async function stored(description: string) {
  const { rows } = await owner.query<{ minutes: number; ago: number }>(
    `select minutes, (now() at time zone 'Europe/Lisbon')::date - worked_on as ago from time_entries
     where description = $1 order by worked_on, minutes`,
    [description],
  );
  return rows;
}
const timers = async () => (await owner.query('select 1 from work_timers')).rowCount;
const choose = (page: Page, scope: string, project: string) => page.locator(scope).first().selectOption(project);

describe('hours by keyboard', () => {
  it('are entered without the mouse, one after the other', async () => {
    const { page, complaints, close } = await open();
    const project = await emptyProject(owner, 'By keyboard');
    await page.goto('/admin/time-entries');
    await choose(page, 'select[name=projectId]', project);
    await page.locator('input[name=minutes]').focus();
    await page.keyboard.type('1:30');
    await page.keyboard.press('Tab');
    await page.keyboard.type('yesterday');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Typed first');
    await page.keyboard.press('Enter');
    await expect.poll(() => stored('Typed first')).toEqual([{ minutes: 90, ago: 1 }]);
    // The duration has the focus again, and the project is that of the last entry.
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name'));
    await expect.poll(focused).toBe('minutes');
    await page.keyboard.type('45m');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Typed second');
    await page.keyboard.press('Enter');
    await expect.poll(() => stored('Typed second')).toEqual([{ minutes: 45, ago: 0 }]);
    await expect.poll(focused).toBe('minutes');
    await page.locator('input[name=minutes]').first().fill('soon');
    await page.locator('input[name=description]').first().fill('Typed wrong');
    await page.keyboard.press('Enter');
    await page.getByText('This is not a duration.', { exact: false }).first().waitFor();
    await expect.poll(() => page.locator('input[name=description]').first().inputValue()).toBe('Typed wrong');
    expect(await stored('Typed wrong')).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('fill the sheet of a week, cell by cell', async () => {
    const { page, complaints, close } = await open();
    const project = await emptyProject(owner, 'Sheet');
    // A whole week that has passed, whatever today is.
    await page.goto('/admin/time-entries/week');
    await page.getByRole('link', { name: 'Previous week' }).click();
    await page.waitForURL(/week=/);
    const at = await page.locator('select[name$=".projectId"]').getAttribute('name');
    const row = at?.replace('.projectId', '') ?? '';
    await choose(page, `select[name="${row}.projectId"]`, project);
    await page.locator(`input[name="${row}.description"]`).focus();
    await page.keyboard.type('In the sheet');
    for (const typed of ['1:30', '', '2,5', '', '90m']) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(typed);
    }
    // The sum of the row follows what is typed, before anything is saved.
    const newRow = page.getByRole('group', { name: 'New row' });
    await newRow.getByText('5h 30m').waitFor();
    await page.keyboard.press('Enter');
    const minutes = async () => (await stored('In the sheet')).map((entry) => entry.minutes);
    await expect.poll(minutes).toEqual([90, 150, 90]);
    const group = page.getByRole('group', { name: 'Sheet: In the sheet' });
    await group.waitFor();
    const first = group.locator('input[name$=".0.minutes"]');
    await expect.poll(() => first.inputValue()).toBe('1:30');
    await first.fill('');
    await first.press('Tab');
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await expect.poll(minutes).toEqual([180, 150, 90]);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('the timer', () => {
  it('survives reload and sign-out, and enters its minutes when it is stopped', async () => {
    const first = await open();
    const project = await emptyProject(owner, 'Clock');
    await first.page.goto('/admin/time-entries');
    const form = first.page.locator('form').filter({ hasText: 'Start timer' });
    await form.locator('select[name=projectId]').selectOption(project);
    await form.locator('input[name=description]').focus();
    await first.page.keyboard.type('Timed');
    await first.page.keyboard.press('Enter');
    await first.page.getByRole('timer').waitFor();
    await first.page.reload();
    await first.page.getByText('Clock: Timed').waitFor();
    await owner.query('update sessions set revoked_at = now() where user_id = (select user_id from work_timers)');
    await first.close();
    await owner.query("update work_timers set started_at = now() - interval '12 minutes'");
    const again = await open();
    await again.page.goto('/admin/time-entries');
    await expect.poll(() => again.page.getByRole('timer').textContent()).toMatch(/^0:12:/);
    await again.page.getByRole('button', { name: 'Stop and enter' }).focus();
    await again.page.keyboard.press('Enter');
    await expect.poll(async () => (await stored('Timed')).reduce((sum, { minutes }) => sum + minutes, 0)).toBe(12);
    expect(await timers()).toBe(0);
    await again.page.getByRole('button', { name: 'Start timer' }).waitFor();
    await again.close();
  });
});
