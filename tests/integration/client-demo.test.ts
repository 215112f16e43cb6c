import { describe, expect, it } from 'vitest';
import { GET as dashboard } from '@/app/api/client/dashboard/route';
import { GET as projects } from '@/app/api/client/projects/route';
import { seededDatabase } from '@/tests/support/database/database';
import { call } from '@/tests/support/http/api';
import { tokenFor } from '@/tests/support/identity/sign-in';

const { owner } = await seededDatabase();

const okafor = await column(
  "select p.name from projects p join clients c on c.id = p.client_id where c.name = 'Okafor residence'",
);

async function column(sql: string): Promise<string[]> {
  return (await owner.query<{ name: string }>(sql)).rows.map(({ name }) => name).sort();
}

async function projectsOf(email: string): Promise<string[]> {
  const { body } = await call(projects, { token: await tokenFor(owner, email) });
  return body.data.map(({ name }: { name: string }) => name).sort();
}

describe('the demo’s people', () => {
  it('Jane and Sam see exactly the Okafor projects', async () => {
    expect(okafor.length).toBeGreaterThan(0);
    expect(await projectsOf('jane@okafor.example')).toEqual(okafor);
    expect(await projectsOf('sam@okafor.example')).toEqual(okafor);
  });

  it.each(['ravi@rao.example', 'lena@bright.example'])('%s sees none of them', async (email) => {
    const theirs = await projectsOf(email);
    expect(theirs.length).toBeGreaterThan(0);
    expect(theirs.filter((name) => okafor.includes(name))).toEqual([]);
  });

  it('the dashboard of each speaks of their own projects alone', async () => {
    for (const email of ['jane@okafor.example', 'ravi@rao.example', 'lena@bright.example']) {
      const own = await projectsOf(email);
      const { body } = await call(dashboard, { token: await tokenFor(owner, email) });
      const { projects: current, earlier_projects: earlier, milestones, news } = body.data;
      const named = [
        ...[...current, ...earlier].map(({ name }: { name: string }) => name),
        ...[...milestones, ...news].map(({ project_name: name }: { project_name: string }) => name),
      ];
      expect(news.length).toBeGreaterThan(0);
      expect(named.filter((name) => !own.includes(name))).toEqual([]);
    }
  });
});
