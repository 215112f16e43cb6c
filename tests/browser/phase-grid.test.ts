import type { Request } from 'playwright';
import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { layoutFaults } from '@/tests/support/browser/layout-faults';
import { desktop, field, phasePages, row, toast } from '@/tests/support/browser/phases';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const { openPhases, stored, names } = phasePages(await testBrowser(), url, owner);

describe('the grid of phases', () => {
  it('mends a wrong percent in two steps, and takes it back from the toast', async () => {
    const { page, id, complaints, close } = await openPhases('Two steps', ['Walls', 'Roof']);
    const percent = field(page, 'percent', 'Walls');
    await percent.fill('40'); // step 1
    await percent.press('Enter'); // step 2
    await expect.poll(async () => (await stored(id))[0]).toMatchObject({ percent: 40, status: 'in_progress' });
    await row(page, 'Walls').getByText('In progress', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(async () => (await stored(id))[0]).toMatchObject({ percent: 0, status: 'not_started' });
    await expect.poll(() => percent.inputValue()).toBe('0');
    expect(complaints).toEqual([]);
    await close();
  });

  it('goes across by Tab, and saves a row once when the focus leaves it', async () => {
    const { page, id, close } = await openPhases('Across', ['Walls', 'Roof']);
    let calls = 0;
    const saves = (request: Request) => request.postData()?.includes('Outer walls') ?? false;
    page.on('request', (request) => saves(request) && calls++);
    await field(page, 'name', 'Walls').fill('Outer walls');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('percent');
    await field(page, 'plannedStartOn', 'Walls').fill('2027-01-01');
    await field(page, 'plannedEndOn', 'Walls').fill('2027-01-20');
    expect(await names(id)).toEqual(['Walls', 'Roof']);
    await field(page, 'percent', 'Roof').focus();
    await expect
      .poll(async () => (await stored(id))[0])
      .toMatchObject({ name: 'Outer walls', start: '2027-01-01', end: '2027-01-20' });
    await toast(page, '“Outer walls” is saved');
    expect(calls).toBe(1);
    await close();
  });

  it('keeps what was typed in a refused row, says it on its field, and gives it up on Escape', async () => {
    const { page, id, close } = await openPhases('Refused', ['Walls', 'Roof']);
    await field(page, 'name', 'Walls').fill('Outer walls');
    await field(page, 'percent', 'Walls').fill('140');
    await page.keyboard.press('Enter');
    await row(page, 'Walls').locator('[name=percent][aria-invalid=true]').waitFor();
    await field(page, 'percent', 'Roof').focus();
    await expect.poll(() => field(page, 'name', 'Walls').inputValue()).toBe('Outer walls');
    await field(page, 'percent', 'Walls').press('Escape');
    await expect.poll(() => field(page, 'name', 'Walls').inputValue()).toBe('Walls');
    expect(await names(id)).toEqual(['Walls', 'Roof']);
    await close();
  });

  it('asks why a date of the plan moves, keeps what was typed, and takes it back with a reason of its own', async () => {
    const { page, id, complaints, close } = await openPhases('Why', ['Walls', 'Roof']);
    await owner.query(`update phases set planned_end_on = '2027-05-28' where project_id = $1`, [id]);
    await owner.query(`update projects set status = 'active' where id = $1`, [id]);
    await page.reload();
    const reasons = async () => {
      const sql = `select to_end_on::text as on, reason, note from phase_date_changes where project_id = $1 and kind = 'move' and in_plan order by created_at`;
      return (await owner.query(sql, [id])).rows;
    };
    await field(page, 'plannedEndOn', 'Walls').fill('2027-06-11');
    await field(page, 'reasonNote', 'Walls').fill('Storms.');
    await field(page, 'percent', 'Roof').focus();
    await row(page, 'Walls').locator('[name=reason][aria-invalid=true]').waitFor();
    await expect.poll(() => field(page, 'plannedEndOn', 'Walls').inputValue()).toBe('2027-06-11');
    await field(page, 'reason', 'Walls').focus();
    await field(page, 'reason', 'Walls').selectOption('Weather');
    await field(page, 'percent', 'Roof').focus();
    await toast(page, '“Walls” is saved');
    expect(await reasons()).toEqual([{ on: '2027-06-11', reason: 'weather', note: 'Storms.' }]);
    await expect.poll(() => field(page, 'reason', 'Walls').count()).toBe(0);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(async () => (await reasons()).length).toBe(2);
    expect((await reasons())[1]).toEqual({ on: '2027-05-28', reason: 'us', note: null });
    expect(complaints).toEqual([]);
    await close();
  });

  it('refuses the second of two tabs, and saves it when asked', async () => {
    const { page, id, close } = await openPhases('Two tabs', ['Walls', 'Roof']);
    await owner.query(
      `update phases set percent = 10, status = 'in_progress' where project_id = $1 and name = 'Walls'`,
      [id],
    );
    await field(page, 'percent', 'Walls').fill('30');
    await page.keyboard.press('Enter');
    await row(page, 'Walls').getByRole('alert').waitFor();
    expect((await stored(id))[0]?.percent).toBe(10);
    await row(page, 'Walls').getByRole('button', { name: 'Save anyway' }).click();
    await expect.poll(async () => (await stored(id))[0]?.percent).toBe(30);
    await close();
  });

  it('shows weight, key, status and actual dates under “More”, and completes a phase there', async () => {
    const { page, id, close } = await openPhases('More', ['Walls']);
    await row(page, 'Walls').locator('summary').click();
    await field(page, 'status', 'Walls').selectOption('completed');
    await field(page, 'weight', 'Walls').fill('4');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await stored(id))[0]).toMatchObject({ percent: 100, status: 'completed' });
    await expect.poll(() => field(page, 'percent', 'Walls').inputValue()).toBe('100');
    await expect.poll(() => field(page, 'actualEndOn', 'Walls').inputValue()).not.toBe('');
    await close();
  });

  it('works without JavaScript, row by row, and keeps a refused one', async () => {
    const { page, id, close } = await openPhases('No script', ['Walls', 'Roof'], {
      ...desktop,
      javaScriptEnabled: false,
    });
    const save = () => row(page, 'Roof').getByRole('button', { name: 'Save', exact: true }).click();
    await field(page, 'percent', 'Roof').fill('140');
    await save();
    await expect.poll(() => field(page, 'percent', 'Roof').getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => field(page, 'percent', 'Roof').inputValue()).toBe('140');
    await field(page, 'percent', 'Roof').fill('40');
    await save();
    expect((await stored(id))[1]).toMatchObject({ percent: 40, status: 'in_progress' });
    await page.fill('#new-phase', 'Keys');
    await page.press('#new-phase', 'Enter');
    await row(page, 'Keys').waitFor();
    expect(await names(id)).toEqual(['Walls', 'Roof', 'Keys']);
    await close();
  });

  it.each([320, 360, 768, 1280])('has no sideways scroll and no overlap at %i px', async (width) => {
    const { page, close } = await openPhases(`Wide ${width}`, ['W'.repeat(200), 'Roof'], {
      viewport: { width, height: 800 },
    });
    await row(page, 'Roof').locator('summary').click();
    await field(page, 'percent', 'Roof').fill('7');
    expect(await layoutFaults(page)).toEqual([]);
    await close();
  });
});
