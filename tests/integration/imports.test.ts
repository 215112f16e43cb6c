import { describe, expect, it } from 'vitest';
import { GET as problemsCsv } from '@/app/api/admin/imports/[id]/problems/csv/route';
import { GET as list } from '@/app/api/admin/imports/route';
import { GET as template } from '@/app/api/admin/imports/templates/[kind]/route';
import { importKinds } from '@/lib/imports/rule';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { csv, importsOf, workOffImports } from '@/tests/support/fixtures/imports';
import { auditOf, createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { download } from '@/tests/support/http/upload';

const { owner } = await testDatabase();
const { stored } = await testStorage();

async function business() {
  const tenant = await createTestTenant(owner);
  const rowsOf = async (sql: string) => (await owner.query(sql, [tenant.id])).rows;
  const clients = () =>
    rowsOf('select name, email, currency, is_active from clients where tenant_id = $1 order by name');
  return { ...tenant, api: importsOf(tenant.admin.token), rowsOf, clients };
}

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

describe('the steps', () => {
  it('two confirmations are one import, and the file is let go of', async () => {
    const { api, clients, rowsOf } = await business();
    const { id } = await api.checked('clients', csv(['Name'], ['Rao']));
    const answers = await Promise.all([api.confirm(id), api.confirm(id)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    await workOffImports();
    expect((await api.confirm(id)).status).toBe(409);
    expect(await clients()).toHaveLength(1);
    expect(await rowsOf('select status from stored_files where tenant_id = $1')).toEqual([{ status: 'pending' }]);
  });

  it('a check that no longer holds is shown again, and nothing is written', async () => {
    const { api, addClient, clients } = await business();
    const { id } = await api.checked('clients', csv(['Name'], ['Rao'], ['Bright']));
    await addClient('Rao');
    await api.confirm(id);
    await workOffImports();
    expect(await api.read(id)).toMatchObject({
      status: 'checked',
      fault: { kind: 'changed' },
      counts: { created: 1, same: 1 },
    });
    expect(await clients()).toHaveLength(1);
  });

  it('an undo removes what was created, restores what was changed, and leaves nothing behind', async () => {
    const { api, clients, rowsOf } = await business();
    await api.written('clients', csv(header, ['1', 'Okafor', 'jane@okafor.example', '']));
    const before = await rowsOf('select * from clients where tenant_id = $1');
    const { id } = await api.written(
      'clients',
      csv(header, ['1', 'Okafor house', '', 'company'], ['2', 'Rao', '', '']),
    );
    expect(await clients()).toHaveLength(2);
    expect(await api.takenBack(id)).toMatchObject({ status: 'undone', fault: null });
    expect(await rowsOf('select * from clients where tenant_id = $1')).toEqual(before);
    expect(await rowsOf('select id from import_records where tenant_id = $1')).toHaveLength(1);
    expect((await api.undo(id)).status).toBe(409);
  });

  it('an undo is refused while something refers to a record, or it was changed since, and says what', async () => {
    const { api, rowsOf, addProject, clients } = await business();
    const { id } = await api.written('clients', csv(['Name'], ['Rao'], ['Bright']));
    const [rao] = await rowsOf("select id from clients where tenant_id = $1 and name = 'Rao'");
    await addProject(rao.id);
    await owner.query(
      "update clients set name = 'Brighter', updated_at = now() where name = 'Bright' and tenant_id = (select tenant_id from clients where id = $1)",
      [rao.id],
    );
    expect(await api.takenBack(id)).toMatchObject({
      status: 'done',
      fault: {
        kind: 'inUse',
        uses: expect.arrayContaining([
          { what: 'projects', count: 1 },
          { what: 'changed', count: 1 },
        ]),
      },
    });
    expect(await clients()).toHaveLength(2);
  });

  it('a step that no worker has ended for a quarter of an hour can be asked for again', async () => {
    const { api, clients } = await business();
    const { id } = await api.checked('clients', csv(['Name'], ['Rao']));
    await api.confirm(id);
    expect((await api.confirm(id)).status).toBe(409);
    await owner.query("delete from jobs where arguments ->> 'importId' = $1", [id]);
    await owner.query("update imports set asked_at = now() - interval '16 minutes' where id = $1", [id]);
    expect(await api.read(id)).toMatchObject({ status: 'importing', is_stuck: true });
    expect((await api.confirm(id)).status).toBe(200);
    await workOffImports();
    expect(await api.read(id)).toMatchObject({ status: 'done', is_stuck: false });
    expect(await clients()).toHaveLength(1);
  });

  it('an import that wrote nothing is thrown away with its file', async () => {
    const { api, rowsOf } = await business();
    const { id } = await api.checked('clients', csv(['Name'], ['Rao']));
    expect((await api.discard(id)).status).toBe(204);
    expect(await rowsOf('select id from imports where tenant_id = $1')).toEqual([]);
    expect(await rowsOf('select status from stored_files where tenant_id = $1')).toEqual([{ status: 'pending' }]);
  });

  it('staff, clients and other businesses are refused', async () => {
    const { api, staff, addClient, addPerson } = await business();
    const person = await addPerson('client', await addClient());
    const stranger = (await business()).api;
    const { id } = await api.checked('clients', csv(['Name'], ['Rao']));
    for (const { token } of [staff, person]) {
      expect((await call(list, { token })).status).toBe(403);
      expect((await importsOf(token).start('clients', 'Name\nRao')).status).toBe(403);
      expect((await importsOf(token).confirm(id)).status).toBe(403);
    }
    for (const answer of [await stranger.confirm(id), await stranger.undo(id), await stranger.discard(id)])
      expect(answer.status).toBe(404);
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
