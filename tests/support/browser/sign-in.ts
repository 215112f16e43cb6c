import type { Page } from 'playwright';
import { demoPassword } from '@/prisma/seed/index';

/** Signs in through the form and waits for the page after it. */
export async function signInByForm(page: Page, email: string, password: string = demoPassword): Promise<void> {
  await page.goto('/sign-in');
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('main button[type=submit]');
  await page.waitForURL((address) => address.pathname !== '/sign-in');
}
