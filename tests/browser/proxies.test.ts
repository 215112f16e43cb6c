import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { freePort } from '@/lib/db/embedded/port';
import { testBrowser } from '@/tests/support/browser/browser';
import { manager, project } from '@/tests/support/browser/documents';
import { signInByForm } from '@/tests/support/browser/sign-in';
import { drawnPdf } from '@/tests/support/files/drawn-pdf';
import { ownPortal } from '@/tests/support/processes/portal';
import { programOf, recipes, startProxy } from '@/tests/support/processes/proxy';

const port = await freePort();
const { url, owner, port: portal } = await ownPortal(`http://localhost:${port}`);
const browser = await testBrowser();
const folder = await mkdtemp(join(tmpdir(), 'oriel-proxy-'));
const running: (() => Promise<void>)[] = [];

// Apache's and nginx's workers run as other users.
await import('node:fs/promises').then(({ chmod }) => chmod(folder, 0o755));

afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Uploads a document as the page does: the browser sends cookie, Origin and Sec-Fetch-Site. */
async function upload(fields: Record<string, string>, pdf: string): Promise<number> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', new File([Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0))], 'plan.pdf'));
  return (await fetch('/api/admin/documents', { method: 'POST', body })).status;
}

describe.each(Object.entries(recipes))('the recipe for %s', async (name, recipe) => {
  const program = await programOf(recipe);
  if (!program)
    console.log(`${name} is not tried: there is no ${recipe.programs[0]}, and no Debian to install it from`);

  it.skipIf(!program)('signs in, uploads and hands on the address of the visitor, on an odd port', async () => {
    const proxy = await startProxy(recipe, program ?? '', folder, { port, portal });
    running.push(proxy.stop);
    const healthy = () =>
      fetch(`${url}/api/health`).then(
        ({ status }) => status,
        () => 0,
      );
    await vi.waitFor(async () => expect(await healthy(), proxy.printed()).toBe(200), {
      timeout: 20_000,
      interval: 100,
    });

    const page = await (await browser.newContext({ baseURL: url })).newPage();
    await signInByForm(page, manager);
    expect(page.url()).toBe(`${url}/admin`);

    const { rows } = await owner.query(
      `select p.id as project_id, t.id as document_type_id from projects p join document_types t using (tenant_id)
        where p.name = $1 and t.name = 'Plan'`,
      [project],
    );
    const pdf = (await drawnPdf(name, 2)).toString('base64');
    expect(await page.evaluate(`(${upload})(${JSON.stringify({ ...rows[0], title: name })}, '${pdf}')`)).toBe(201);
    await page.context().close();

    const email = `${name.toLowerCase()}@nobody.example`;
    const refused = await fetch(`${url}/api/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.66' },
      body: JSON.stringify({ email, password: 'a guess at it', name: 'guess' }),
    });
    expect(refused.status).toBe(401);
    const seen = await owner.query(`select ip from audit_entries where detail->>'email' = $1`, [email]);
    expect(seen.rows).toEqual([{ ip: '127.0.0.1' }]);
  });
});
