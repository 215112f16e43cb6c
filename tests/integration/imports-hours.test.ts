import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { columnsOf, importingWithClient } from '@/tests/support/fixtures/importing-business';
import { csv, workOffImports } from '@/tests/support/fixtures/imports';

const { owner } = await testDatabase();
await testStorage();

const business = () => importingWithClient(owner);

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
