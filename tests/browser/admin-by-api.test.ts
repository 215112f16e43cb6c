import { expect, it } from 'vitest';
import { testBrowser } from '@/tests/support/browser/browser';
import { openAs } from '@/tests/support/browser/session';
import { signInByForm } from '@/tests/support/browser/sign-in';
import { sharedPortal } from '@/tests/support/processes/portal';

const { url, owner } = await sharedPortal();
const browser = await testBrowser();

type Body = Record<string, unknown>;

/** The status and the `data` of an API response. */
type Answer = { status: number; data: Record<string, string> };

async function api(address: string, token: string | null, body: Body): Promise<Answer> {
  const response = await fetch(`${url}/api/${address}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  const { data = {} } = (await response.json()) as { data?: Record<string, string> };
  return { status: response.status, data };
}

it('by the API alone an admin makes a client, a person, a project and phases; that person sees precisely this', async () => {
  const traded = await api('auth/token', null, { email: 'admin@harborpine.example', password: 'oriel-demo-2026' });
  expect(traded.status).toBe(201);
  const token = traded.data.token ?? '';

  const client = await api('admin/clients', token, { name: 'Lindqvist cabin', kind: 'household' });
  expect(client.status).toBe(201);
  const person = await api('admin/users', token, {
    user_type: 'client',
    name: 'Elin Lindqvist',
    email: 'elin@lindqvist.example',
    client_portal_enabled: true,
    client_id: client.data.id,
    password: 'by the lake 1987',
  });
  expect(person.status).toBe(201);
  const project = await api('admin/projects', token, {
    name: 'Cabin by the lake',
    status: 'active',
    client_user_id: person.data.id,
  });
  expect(project.status).toBe(201);
  const phases = `admin/projects/${project.data.id}/phases`;
  for (const phase of [
    { name: 'Ground', status: 'completed' },
    { name: 'Frame', percent: 50 },
    { name: 'Roof', planned_start_on: '2027-04-01', planned_end_on: '2027-05-01', weight: 2 },
  ])
    expect((await api(phases, token, phase)).status).toBe(201);

  const { page, close } = await openAs(browser, url, owner, null);
  await signInByForm(page, 'elin@lindqvist.example', 'by the lake 1987');
  await page.goto('/client/projects');
  const links = await page.locator('main a[href^="/client/projects/"]').all();
  expect(links).toHaveLength(1);
  await links[0]?.click();
  await page.waitForURL(`**/client/projects/${project.data.id}`);
  const text = await page.locator('main').textContent();
  for (const expected of ['Cabin by the lake', 'Ground', 'Frame', 'Roof']) expect(text).toContain(expected);
  // (100 + 50 + 2 × 0) / 4, half-up.
  expect(text).toContain('38%');
  await close();
});
