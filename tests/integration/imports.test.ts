import { describe, expect, it } from 'vitest';
import { GET as problemsCsv } from '@/app/api/admin/imports/[id]/problems/csv/route';
import { GET as template } from '@/app/api/admin/imports/templates/[kind]/route';
import { importKinds } from '@/lib/imports/rule';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { importingBusiness } from '@/tests/support/fixtures/importing-business';
import { csv } from '@/tests/support/fixtures/imports';
import { auditOf } from '@/tests/support/fixtures/tenant';
import { download } from '@/tests/support/http/upload';

const { owner } = await testDatabase();

const { stored } = await testStorage();

const business = () => importingBusiness(owner);

const header = ['External id', 'Name', 'E-mail', 'Kind'];

describe('clients', () => {
  it('are created, changed by a second run with other values, and left alone by a third', async () => {
    const { api, clients, admin } = await business();
    const file = csv(header, ['1', 'Okafor', 'jane@okafor.example', 'household'], ['2', 'Rao', '', 'Firma']);
    const first = await api.written('clients', file);
    expect(first).toMatchObject({ status: 'done', counts: { created: 2, changed: 0, same: 0, problems: 0 } });
    expect(await clients()).toMatchObject([
      { name: 'Okafor', email: 'jane@okafor.example' },
      { name: 'Rao', email: null },
    ]);
    expect(await api.checked('clients', file)).toMatchObject({ counts: { created: 0, changed: 0, same: 2 } });
    const other = csv(header, ['2', 'Rao villa', '', 'company'], ['3', 'Bright', '', '']);
    expect(await api.written('clients', other)).toMatchObject({ counts: { created: 1, changed: 1, same: 0 } });
    expect((await clients()).map(({ name }) => name)).toEqual(['Bright', 'Okafor', 'Rao villa']);
    expect((await auditOf(owner, first.id)).map(({ action, actor_id }) => [action, actor_id])).toEqual(
      ['started', 'checked', 'confirmed', 'finished'].map((verb) => [`import.${verb}`, admin.id]),
    );
  });

  it('without an external id are known by their name, and two of one name are refused', async () => {
    const { api, addClient } = await business();
    await addClient('Rao');
    expect(await api.checked('clients', csv(['Name', 'E-mail'], ['Rao', 'ravi@rao.example']))).toMatchObject({
      counts: { created: 0, changed: 1 },
    });
    await addClient('Rao');
    const { id, counts } = await api.checked('clients', csv(['Name'], ['Rao']));
    expect(counts.problems).toBe(1);
    expect(await api.problems(id)).toMatchObject([{ line: 2, message: expect.stringMatching('More than one record') }]);
  });

  it('an empty cell of a column clears, a column that is left out keeps', async () => {
    const { api, rowsOf } = await business();
    await api.written('clients', csv(['External id', 'Name', 'E-mail', 'Phone'], ['1', 'Okafor', 'a@b.example', '12']));
    await api.written('clients', csv(['External id', 'Name', 'E-mail'], ['1', 'Okafor', '']));
    expect(await rowsOf('select email, phone from clients where tenant_id = $1')).toEqual([
      { email: null, phone: '12' },
    ]);
  });
});

describe('a file with wrong rows', () => {
  const wrong = csv(
    header,
    ['1', '', 'nobody', 'household'],
    ['2', 'Rao', '', 'Verein'],
    ['2', 'Again', '', ''],
    ['3', 'Good', '', ''],
    ['3', 'Good', '', ''],
  );

  it('names each with its row, column and reason, and writes nothing', async () => {
    const { api, admin, clients } = await business();
    const { id, counts, status } = await api.checked('clients', wrong);
    expect({ status, counts }).toMatchObject({ status: 'checked', counts: { created: 1 } });
    const found = (await api.problems(id)).map(({ line, column, value }) => [line, column, value]);
    expect(found).toEqual([
      [2, 'Name', null],
      [2, 'E-mail', 'nobody'],
      [3, 'Kind', 'Verein'],
      [4, null, null],
      [6, null, null],
    ]);
    expect((await api.confirm(id)).status).toBe(409);
    expect(await clients()).toEqual([]);
    const { bytes } = await download(problemsCsv, { token: admin.token, params: { id } });
    expect(bytes.toString()).toContain('3,Kind,Verein,');
  });

  it('missing, doubled and foreign columns are named before any check', async () => {
    const { api } = await business();
    const { body } = await api.start('payments', csv(['Amount', 'Sum', 'Text'], ['1', '2', 'x']));
    expect(body.data.columns.map(({ field }: { field: string }) => field)).toEqual(['amount', null, null]);
    const missing = await api.check(body.data.id);
    expect(missing.status).toBe(422);
    expect(missing.body.errors['columns.1.field']).toEqual([expect.stringContaining('Date of payment')]);
    const columns = [{ field: 'amount' }, { field: 'amount' }, { field: 'paid_on' }];
    expect((await api.check(body.data.id, { columns })).body.errors).toHaveProperty(['columns.1.field']);
    const foreign = [{ field: 'amount' }, { field: 'percent' }, { field: 'paid_on' }];
    expect((await api.check(body.data.id, { columns: foreign })).body.errors).toHaveProperty(['columns.1.field']);
  });

  it('more cells than columns are a problem of the row, and another separator maps anew', async () => {
    const { api } = await business();
    const moved = await api.checked('clients', 'Name,E-mail\nRao,a@b.example,surplus');
    expect(await api.problems(moved.id)).toMatchObject([{ line: 2, column: null, value: 'surplus' }]);
    const other = await api.checked('clients', 'Name;E-mail,x\nRao;a@b.example', { separator: 'comma' });
    expect(other).toMatchObject({
      status: 'mapping',
      fault: { kind: 'columns' },
      columns: [{ title: 'Name;E-mail' }, { title: 'x' }],
    });
  });

  it.each([
    ['unclosed quotes', 'Name\n"Rao', /quotation mark/],
    ['no rows', 'Name\n', /no rows/],
  ])('with %s is refused at once', async (_, text, reason) => {
    const { api } = await business();
    const before = (await stored()).length;
    const { status, body } = await api.start('clients', text);
    expect(status).toBe(422);
    expect(body.errors.file[0]).toMatch(reason);
    expect((await stored()).length).toBe(before);
  });
});

it.each(importKinds)('the template of %s is read back without a question in both languages', async (kind) => {
  const { admin, api } = await business();
  for (const locale of ['en', 'de']) {
    await owner.query('update users set locale = $2 where id = $1', [admin.id, locale]);
    const { status, bytes } = await download(template, { token: admin.token, params: { kind } });
    expect(status).toBe(200);
    const { body } = await api.start(kind, new Uint8Array(bytes));
    expect(body.data.columns.filter(({ field }: { field: string | null }) => field === null)).toEqual([]);
  }
});
