import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { csv, importsOf, workOffImports } from '@/tests/support/fixtures/imports';
import { createTestTenant } from '@/tests/support/fixtures/tenant';

const { owner } = await testDatabase();
await testStorage();

async function business() {
  const tenant = await createTestTenant(owner);
  const clientId = await tenant.addClient('Okafor');
  const rowsOf = async (sql: string) => (await owner.query(sql, [tenant.id])).rows;
  return { ...tenant, clientId, api: importsOf(tenant.admin.token), rowsOf };
}

const columnsOf = async (api: ReturnType<typeof importsOf>, id: string) =>
  (await api.problems(id)).map(({ line, column }) => [line, column]);

describe('people', () => {
  it('come without a password and without a mail, with access through their client', async () => {
    const { api, rowsOf } = await business();
    await api.written(
      'people',
      csv(['Name', 'E-mail', 'Client'], ['Jane', 'Jane@Okafor.example', 'Okafor'], ['Tom', 'tom@team.example', '']),
    );
    expect(
      await rowsOf(
        "select email, user_type, client_portal_enabled as portal, client_id is not null as placed from users where tenant_id = $1 and name in ('Jane', 'Tom') order by email",
      ),
    ).toEqual([
      { email: 'jane@okafor.example', user_type: 'client', portal: true, placed: true },
      { email: 'tom@team.example', user_type: 'client', portal: false, placed: false },
    ]);
    expect(await rowsOf('select id from mails where tenant_id = $1')).toEqual([]);
  });

  it('are mailed an invitation each where the admin asks for it', async () => {
    const { api, rowsOf } = await business();
    const file = csv(
      ['Name', 'E-mail', 'Client', 'Active'],
      ['Jane', 'jane@okafor.example', 'Okafor', 'yes'],
      ['Sam', 'sam@okafor.example', 'Okafor', 'no'],
    );
    await api.written('people', file, { invites: true });
    expect(
      await rowsOf('select m.about, u.name from mails m join users u on u.id = m.user_id where m.tenant_id = $1'),
    ).toEqual([{ about: 'invitation', name: 'Jane' }]);
  });

  it('of the team belong to no client, and an address is known whoever entered it', async () => {
    const { api, staff } = await business();
    const { id } = await api.checked(
      'people',
      csv(
        ['Name', 'E-mail', 'Client', 'Role'],
        ['Tom', 'tom@team.example', 'Okafor', 'staff'],
        ['Alma', staff.email, '', 'staff'],
        ['Alma', staff.email, '', 'client'],
      ),
    );
    expect(await columnsOf(api, id)).toEqual([
      [2, 'Client'],
      [4, null],
    ]);
    const moved = await api.checked('people', csv(['Name', 'E-mail', 'Role'], ['Alma', staff.email, 'admin']));
    expect(await columnsOf(api, moved.id)).toEqual([[2, 'Role']]);
  });
});

describe('projects and phases', () => {
  it('refuse unknown clients, contacts of others, ends before starts and amounts of too many decimals', async () => {
    const { api, addClient, addPerson } = await business();
    const other = await addPerson('client', await addClient('Rao'));
    const header = ['Client', 'Name', 'Start', 'End', 'Contract value', 'Contact'];
    const { id } = await api.checked(
      'projects',
      csv(
        header,
        ['Nobody', 'a', '', '', '', ''],
        ['Okafor', 'b', '2026-02-01', '2026-01-01', '', ''],
        ['Okafor', 'c', '', '', '1.005', ''],
        ['Okafor', 'd', '', '', '', other.email],
        ['Okafor', 'e', '', '31/02/2026', '', ''],
      ),
    );
    expect(await columnsOf(api, id)).toEqual(
      expect.arrayContaining([
        [2, 'Client'],
        [3, 'End'],
        [4, 'Contract value'],
        [5, 'Contact'],
        [6, 'End'],
      ]),
    );
  });

  it('come behind those that a project has, with states that agree and no day made up', async () => {
    const { api, addProject, clientId, rowsOf } = await business();
    await addProject(clientId);
    await api.written(
      'phases',
      csv(
        ['Project', 'Name', 'Percent', 'Actual start'],
        ['House', 'Roof', '100', '2026-01-02'],
        ['House', 'Walls', '40 %', ''],
        ['House', 'Paint', '', ''],
      ),
    );
    expect(
      await rowsOf(
        'select name, status, percent, position, key, actual_start_on::text as began, actual_end_on::text as ended from phases where tenant_id = $1 order by position',
      ),
    ).toEqual([
      { name: 'Roof', status: 'completed', percent: 100, position: 0, key: 'roof', began: '2026-01-02', ended: null },
      { name: 'Walls', status: 'in_progress', percent: 40, position: 1, key: 'walls', began: null, ended: null },
      { name: 'Paint', status: 'not_started', percent: 0, position: 2, key: 'paint', began: null, ended: null },
    ]);
    const { id } = await api.checked(
      'phases',
      csv(
        ['Project', 'Name', 'Status', 'Percent'],
        ['House', 'Roof', 'not started', '5'],
        ['House', 'Tiles', 'done', '101'],
        ['Barn', 'x', '', ''],
      ),
    );
    expect(await columnsOf(api, id)).toEqual(
      expect.arrayContaining([
        [2, 'Percent'],
        [3, 'Percent'],
        [4, 'Project'],
      ]),
    );
  });
});

describe('hours', () => {
  const header = ['Project', 'Date of work', 'Duration', 'Description', 'Person'];

  it('refuse the future, days before the project, more than a day, and people who are not of the team', async () => {
    const { api, addProject, addPerson, clientId, staff } = await business();
    const projectId = await addProject(clientId);
    await owner.query("update projects set starts_on = '2026-01-10' where id = $1", [projectId]);
    const person = await addPerson('client', clientId);
    const { id } = await api.checked(
      'hours',
      csv(
        header,
        ['House', '2199-01-01', '1', 'x', ''],
        ['House', '2026-01-09', '1', 'x', ''],
        ['House', '2026-01-10', '20', 'x', staff.email],
        ['House', '2026-01-10', '4:01', 'y', staff.email],
        ['House', '2026-01-10', '4', 'z', staff.email],
        ['House', '2026-01-10', '1', 'x', person.email],
        ['House', '2026-01-10', '-1', 'x', ''],
      ),
    );
    expect(await columnsOf(api, id)).toEqual(
      expect.arrayContaining([
        [2, 'Date of work'],
        [3, 'Date of work'],
        [5, 'Duration'],
        [7, 'Person'],
        [8, 'Duration'],
      ]),
    );
    expect((await api.read(id)).counts.problems).toBe(6);
  });

  it('that are wrong are shown as the file has them', async () => {
    const { api, addProject, clientId } = await business();
    await addProject(clientId);
    const { id } = await api.checked(
      'hours',
      'Projekt;Datum;Stunden;Tätigkeit\nHouse;01.02.2199;1:30;x\nHouse;02.01.2026;24:00;x\nHouse;02.01.2026;0,5;x',
    );
    expect((await api.problems(id)).map(({ column, value }) => [column, value])).toEqual([
      ['Datum', '01.02.2199'],
      ['Stunden', '0,5'],
    ]);
  });

  it('that are billed stay, and those with an id change', async () => {
    const { api, addProject, clientId, rowsOf } = await business();
    await addProject(clientId);
    const withId = ['External id', ...header];
    const done = await api.written(
      'hours',
      csv(
        withId,
        ['1', 'House', '2026-01-10', '1,5', '-5 % Nachlass', ''],
        ['2', 'House', '2026-01-10', '90m', '@x', ''],
      ),
    );
    expect(done.counts.created).toBe(2);
    expect(await rowsOf('select minutes, description from time_entries where tenant_id = $1 order by id')).toEqual([
      { minutes: 90, description: '-5 % Nachlass' },
      { minutes: 90, description: '@x' },
    ]);
    expect(
      await api.written('hours', csv(withId, ['1', 'House', '2026-01-10', '2', '-5 % Nachlass', ''])),
    ).toMatchObject({ counts: { changed: 1 } });
  });

  it('100,000 rows are checked, written and taken back, each write in one transaction', {
    timeout: 300_000,
  }, async () => {
    const { api, addProject, clientId, rowsOf } = await business();
    await addProject(clientId);
    const rows = Array.from(
      { length: 100_000 },
      (_, at) =>
        `House,${new Date(Date.UTC(1960, 0, 1 + Math.floor(at / 20))).toISOString().slice(0, 10)},1:00,Work ${at},`,
    );
    const held = process.memoryUsage().rss;
    const { id, counts } = await api.checked('hours', `${header.join(',')}\n${rows.join('\n')}`);
    expect(counts).toMatchObject({ created: 100_000, problems: 0 });
    // A loop that is blocked for longer than a second answers nobody. What other programs take from this one is not its fault.
    let [last, used, longest] = [performance.now(), process.cpuUsage(), 0];
    const timer = setInterval(() => {
      const { user, system } = process.cpuUsage(used);
      longest = Math.max(longest, Math.min(performance.now() - last - 20, (user + system) / 1000));
      [last, used] = [performance.now(), process.cpuUsage()];
    }, 20);
    await api.confirm(id);
    await workOffImports();
    clearInterval(timer);
    expect(await api.read(id)).toMatchObject({ status: 'done', counts: { created: 100_000 } });
    expect(longest).toBeLessThan(1500);
    expect(process.memoryUsage().rss - held).toBeLessThan(600 * 1024 * 1024);
    expect(await rowsOf('select count(*)::int as count from time_entries where tenant_id = $1')).toEqual([
      { count: 100_000 },
    ]);
    expect(await api.takenBack(id)).toMatchObject({ status: 'undone' });
    expect(await rowsOf('select count(*)::int as count from time_entries where tenant_id = $1')).toEqual([
      { count: 0 },
    ]);
  });
});
