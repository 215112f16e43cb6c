import { describe, expect, it } from 'vitest';
import { GET as list } from '@/app/api/admin/imports/route';
import { testDatabase } from '@/tests/support/database/database';
import { importingBusiness } from '@/tests/support/fixtures/importing-business';
import { csv, importsOf, workOffImports } from '@/tests/support/fixtures/imports';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();

const business = () => importingBusiness(owner);

const header = ['External id', 'Name', 'E-mail', 'Kind'];

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
