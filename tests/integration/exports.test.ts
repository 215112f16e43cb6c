import { describe, expect, it } from 'vitest';
import { POST as addDocument } from '@/app/api/admin/documents/route';
import { POST as addPhoto } from '@/app/api/admin/gallery/route';
import { testDatabase } from '@/tests/support/database/database';
import { phonePhoto } from '@/tests/support/files/pictures';
import { testStorage } from '@/tests/support/files/storage';
import { wrongSums } from '@/tests/support/files/unzipped';
import { createDocumentFixture } from '@/tests/support/fixtures/documents';
import { exportsOf, forgetToday } from '@/tests/support/fixtures/exports';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';
import { createPhase } from '@/tests/support/fixtures/portal-records';
import { clientDesk, teamDesk } from '@/tests/support/fixtures/tickets';
import { fileOf, smallPdf, upload } from '@/tests/support/http/upload';

const { owner } = await testDatabase();
await testStorage();

const fixture = await createDocumentFixture(owner);
const { admin, staff, person, stranger, clientId, otherId, addPerson, addProject, projectId, type, move } = fixture;
const { token } = admin;
const relative = await addPerson('client', clientId);

async function document(name: string, text: string, to: string[] = ['published'], project = projectId) {
  const form: [string, string | File][] = [
    ['project_id', project],
    ['document_type_id', type.id],
    ['file', fileOf(name, smallPdf(text))],
  ];
  const { body } = await upload(addDocument, { token, form });
  for (const state of to) await move(body.data.id, state);
}

async function photo(fields: [string, string][], project = projectId) {
  const bytes = Uint8Array.from(await phonePhoto());
  await upload(addPhoto, { token, form: [['project_id', project], ...fields, ['photo', fileOf('IMG.jpg', bytes)]] });
}

await document('plan.pdf', 'first plan');
await document('plan.pdf', 'second plan');
await document('Grundriß & Schnitt.pdf', 'umlauts');
await document('draft.pdf', 'SECRET draft', []);
await photo([
  ['visibility', 'client'],
  ['caption', '<b>Roof</b>'],
]);
await photo([
  ['visibility', 'internal'],
  ['caption', 'SECRET photo'],
]);
await createPhase(owner, { tenantId: fixture.id, clientId, ...person }, projectId, {
  ...{ name: 'Groundwork', percent: 40, status: 'in_progress' },
});
const otherProject = await addProject(otherId);
await document('secret.pdf', 'SECRET of another client', ['published'], otherProject);
const billed = await invoicesOf(token).issued({ client_id: clientId, project_id: projectId, lines: [line()] });
await invoicesOf(token).drafted({ client_id: clientId, lines: [line({ description: 'SECRET draft of an invoice' })] });
await owner.query(
  `insert into time_entries (id, tenant_id, client_id, project_id, user_id, user_name, worked_on, minutes, description, billable, updated_at)
   values (gen_random_uuid(), $1, $2, $3, $4, 'Ida', '2026-03-02', 90, '=1+1', true, now())`,
  [fixture.id, clientId, projectId, staff.id],
);
const opened = await clientDesk(person.token).openWith([fileOf('window.pdf', smallPdf('window'))]);
await teamDesk(staff.token).answer(opened.body.data.id, 'We will look at it.');
await teamDesk(staff.token).note(opened.body.data.id, 'SECRET note');
await clientDesk(relative.token).open({ subject: 'SECRET of a relative' });

describe('the archive of a person', () => {
  it('has everything that they may see, and nothing else', async () => {
    const files = await exportsOf(person.token).taken();
    const paths = [...files.keys()];
    expect(paths.filter((path) => !path.startsWith('Tables/'))).toEqual([
      expect.stringMatching(/^Documents\/House\//),
      expect.stringMatching(/^Documents\/House\//),
      expect.stringMatching(/^Documents\/House\//),
      expect.stringMatching(/^Photos\/House\/\d{4}-\d\d-\d\d .*Roof.*\.jpg$/),
      `Invoices/${billed.number}.pdf`,
      expect.stringMatching(/^Requests\/\d+ A window sticks\/window\.pdf$/),
      'index.html',
      'SHA256SUMS',
    ]);
    for (const name of ['plan.pdf', 'plan (2).pdf', 'Grundriß & Schnitt.pdf'])
      expect(paths).toContain(`Documents/House/${name}`);
    expect(paths.filter((path) => path.startsWith('Tables/')).sort()).toEqual([
      'Tables/account.csv',
      'Tables/hours.csv',
      'Tables/invoices.csv',
    ]);
    for (const [path, bytes] of files) expect([path, bytes.includes('SECRET')]).toEqual([path, false]);
    expect(files.get('Documents/House/Grundriß & Schnitt.pdf')?.toString()).toBe(smallPdf('umlauts'));
    expect(files.get(`Invoices/${billed.number}.pdf`)?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(files.get('Tables/hours.csv')?.toString()).toContain(`'=1+1`);
  });

  it('opens with a page that has no script, escapes what people typed and leads to every file', async () => {
    await forgetToday(owner, person.id);
    const files = await exportsOf(person.token).taken();
    const page = files.get('index.html')?.toString() ?? '';
    expect(page).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);
    expect(page).not.toMatch(/<script|<b>Roof|https?:\/\//);
    for (const text of ['Okafor residence', 'Groundwork', '&lt;b&gt;Roof', 'We will look at it.', billed.number])
      expect(page).toContain(text);
    const linked = [...page.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, href = '']) => decodeURIComponent(href));
    const apart = ['index.html', 'SHA256SUMS'];
    expect(linked.filter((path) => !files.has(path))).toEqual([]);
    expect([...files.keys()].filter((path) => !apart.includes(path) && !linked.includes(path))).toEqual([]);
  });

  it('proves itself by SHA256SUMS', async () => {
    await forgetToday(owner, person.id);
    const files = await exportsOf(person.token).taken();
    expect(wrongSums(files)).toEqual([]);
    const [path] = files.keys();
    files.get(path ?? '')?.writeUInt8(0, 0);
    expect(wrongSums(files)).toEqual([path]);
  });

  it('of another person has their own requests, and of another client nothing of this one', async () => {
    const files = await exportsOf(relative.token).taken();
    expect(files.get('index.html')?.toString()).toContain('SECRET of a relative');
    expect([...files.keys()].some((path) => path.includes('A window sticks'))).toBe(false);
    const others = await exportsOf(stranger.token).taken();
    expect([...others.keys()]).toEqual(['Documents/House/secret.pdf', 'index.html', 'SHA256SUMS']);
  });
});
