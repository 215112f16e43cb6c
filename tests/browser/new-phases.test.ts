import { describe, expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { manager } from '@/tests/support/browser/gallery';
import { held } from '@/tests/support/browser/held';
import { desktop, field, phasePages, row } from '@/tests/support/browser/phases';
import { openAs } from '@/tests/support/browser/session';
import { ownPortal } from '@/tests/support/processes/portal';

const { url, owner } = await ownPortal();
const browser = await testBrowser();
const { openPhases, stored, names } = phasePages(browser, url, owner);

describe('the row of a new phase', () => {
  it('takes six phases by the keyboard alone, each with the start after the end before it', async () => {
    const { page, id, complaints, close } = await openPhases('By keyboard', ['Ground']);
    await field(page, 'percent', 'Ground').focus();
    await page.keyboard.press('Enter'); // from the last row to the new one
    const phases = ['Walls', 'Roof', 'Windows', 'Plaster', 'Floors', 'Keys'];
    for (const [index, name] of phases.entries()) {
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('new-phase');
      await page.keyboard.type(name);
      if (index === 0) {
        await page.keyboard.press('Tab');
        await page.keyboard.type('03012027');
        await page.locator('#new-phase').evaluate((input: HTMLInputElement) => input.form?.plannedEndOn.focus());
        await page.keyboard.type('03102027');
      }
      await page.keyboard.press('Enter');
      await row(page, name).waitFor();
      await expect.poll(() => page.inputValue('#new-phase')).toBe('');
    }
    expect(await names(id)).toEqual(['Ground', ...phases]);
    expect((await stored(id)).slice(1, 3)).toMatchObject([
      { start: '2027-03-01', end: '2027-03-10' },
      { start: '2027-03-11', end: null },
    ]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('loses nothing that is typed while a phase is being added', async () => {
    const { page, id, complaints, close } = await openPhases('Fast', ['Ground']);
    const release = await held(page, /\/phases$/, 'POST');
    const end = page.locator('form:has(#new-phase) [name=plannedEndOn]');
    await page.fill('#new-phase', 'Walls');
    await end.fill('2027-03-10');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Roof');
    await end.fill('2027-03-20');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Windows');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Flo');
    expect(await names(id)).toEqual(['Ground']);
    release();
    await row(page, 'Windows').waitFor();
    expect((await stored(id)).slice(1)).toMatchObject([
      { name: 'Walls', end: '2027-03-10' },
      { name: 'Roof', start: '2027-03-11', end: '2027-03-20' },
      { name: 'Windows', start: '2027-03-21' },
    ]);
    await page.keyboard.type('ors');
    await page.keyboard.press('Enter');
    await row(page, 'Floors').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows a refused phase again, with those that were typed since behind it', async () => {
    const { page, id, close } = await openPhases('Fast and wrong', ['Ground']);
    const release = await held(page, /\/phases$/, 'POST');
    const [start, end] = ['Start', 'End'].map((at) => page.locator(`form:has(#new-phase) [name=planned${at}On]`));
    await page.fill('#new-phase', 'Walls');
    await start?.fill('2027-03-10');
    await end?.fill('2027-03-01');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Roof');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Win');
    release();
    await page.locator('form:has(#new-phase) [aria-invalid=true]').waitFor();
    await expect.poll(() => page.inputValue('#new-phase')).toBe('Walls');
    // What is typed on is not added to the refused phase.
    await page.keyboard.type('dows');
    expect(await page.inputValue('#new-phase')).toBe('Walls');
    await end?.fill('2027-03-12');
    await page.keyboard.press('Enter');
    await row(page, 'Roof').waitFor();
    expect(await page.inputValue('#new-phase')).toBe('Win');
    await page.keyboard.type('dows');
    await page.keyboard.press('Enter');
    await row(page, 'Windows').waitFor();
    expect(await names(id)).toEqual(['Ground', 'Walls', 'Roof', 'Windows']);
    await close();
  });
});

describe('an empty project', () => {
  it.each([
    ['with', desktop],
    ['without', { ...desktop, javaScriptEnabled: false }],
  ])('gets the phases of a template in one go, %s JavaScript', async (how, options) => {
    const { page, id, close } = await openPhases(`Template ${how}`, [], options);
    await page.selectOption('select[name=template]', { label: 'Kitchen' });
    await page.fill('form:has(select[name=template]) [name=startsOn]', '2027-02-01');
    await page.getByRole('button', { name: 'Add the phases' }).click();
    await row(page, 'Strip-out').waitFor();
    expect((await stored(id)).slice(0, 2)).toMatchObject([
      { name: 'Measuring and design', start: '2027-02-01', end: '2027-02-14' },
      { name: 'Ordering and manufacture', start: '2027-02-15', end: '2027-03-28' },
    ]);
    await close();
  });

  it('is offered the templates of the business, which it makes from a project and edits without JavaScript', async () => {
    const kept = await openPhases('To keep', ['Walls', 'Roof']);
    await kept.page.getByText('Keep these phases as a template').click();
    await kept.page.getByLabel('Name of the template').fill('Shed');
    await kept.page.getByRole('button', { name: 'Keep as template' }).click();
    await kept.page.getByText('The template was made').waitFor();
    await kept.close();
    const plain = await openAs(browser, url, owner, manager, { ...desktop, javaScriptEnabled: false });
    await plain.page.goto('/admin/phase-templates');
    await plain.page.getByRole('link', { name: 'Shed' }).click();
    await plain.page.fill('[name="phases.2.days"]', '5');
    await plain.page.getByRole('button', { name: 'Save changes' }).click();
    await expect.poll(() => plain.page.getAttribute('[name="phases.2.name"]', 'aria-invalid')).toBe('true');
    await plain.page.fill('[name="phases.2.name"]', 'Door');
    await plain.page.fill('[name="phases.0.name"]', '');
    await plain.page.fill('[name="phases.0.weight"]', '');
    await plain.page.getByRole('button', { name: 'Save changes' }).click();
    await plain.page.waitForURL('**/admin/phase-templates');
    await plain.close();
    const { page, id, close } = await openPhases('From own', []);
    await page.selectOption('select[name=template]', { label: 'Shed (2 phases)' });
    await page.getByRole('button', { name: 'Add the phases' }).click();
    await row(page, 'Door').waitFor();
    expect(await names(id)).toEqual(['Roof', 'Door']);
    await close();
  });
});
