import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { columnsOf, importingWithClient } from '@/tests/support/fixtures/importing-business';
import { csv } from '@/tests/support/fixtures/imports';

const { owner } = await testDatabase();
await testStorage();

const business = () => importingWithClient(owner);

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
