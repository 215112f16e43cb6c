import { describe, expect, test } from 'vitest';
import { seededDatabase } from '@/tests/support/database/database';

const { owner } = await seededDatabase();

async function rows<T>(sql: string): Promise<T[]> {
  return (await owner.query(sql)).rows;
}

async function column(sql: string): Promise<unknown[]> {
  return (await rows<Record<string, unknown>>(sql)).map((row) => Object.values(row)[0]);
}

const inHarborPine = `tenant_id = (select id from tenants where slug = 'harbor-pine')`;

describe('tickets', () => {
  test('are there in every state, kind and priority, numbered in the order they were opened', async () => {
    expect(await column('select count(distinct status)::int from support_tickets group by tenant_id')).toEqual([3, 3]);
    expect(await column('select count(distinct priority)::int from support_tickets')).toEqual([4]);
    expect(await column('select count(distinct category)::int from support_tickets')).toEqual([5]);
    const numbering =
      'select number - row_number() over (partition by tenant_id order by created_at) as gap from support_tickets';
    expect(await column(`select distinct gap::int from (${numbering}) as numbered`)).toEqual([0]);
  });

  test('have answers of both sides and internal notes, and one was opened again by an answer', async () => {
    expect(await column('select distinct author_type from ticket_messages order by 1')).toEqual([
      'admin',
      'staff',
      'client',
    ]);
    expect(await column('select count(*)::int >= 5 from ticket_notes')).toEqual([true]);
    const reopened = `select count(*)::int from support_tickets t where status = 'open' and exists (
      select from notifications where record_id = t.id and facts ->> 'status' = 'closed')`;
    expect(await column(reopened)).toEqual([1]);
    expect(
      await column(
        'select subject from support_tickets t where last_activity_at < (select max(created_at) from ticket_messages where ticket_id = t.id)',
      ),
    ).toEqual([]);
  });
});

describe('hours', () => {
  test('cover months, by two people, on several projects, on working days and never too many', async () => {
    const [facts] = await rows<{ months: number; people: number; projects: number }>(`
      select count(distinct date_trunc('month', worked_on))::int as months, count(distinct user_id)::int as people,
        count(distinct project_id)::int as projects from time_entries where ${inHarborPine} and worked_on > current_date - 150`);
    expect(facts?.months).toBeGreaterThanOrEqual(4);
    expect(facts).toMatchObject({ people: 2, projects: 4 });
    expect(
      await column(
        'select worked_on from time_entries where extract(isodow from worked_on) > 5 or worked_on > current_date',
      ),
    ).toEqual([]);
    expect(await column('select 1 from time_entries group by user_id, worked_on having sum(minutes) > 540')).toEqual(
      [],
    );
    expect(await column('select distinct billable from time_entries order by 1')).toEqual([false, true]);
  });
});

describe('notifications', () => {
  test('are read and unread for every person of a client, of every kind', async () => {
    const people = await rows<{ name: string; read: number; unread: number }>(`
      select u.name, count(read_at)::int as read, (count(*) - count(read_at))::int as unread from users u
      left join notifications n on n.user_id = u.id where user_type = 'client' group by u.name`);
    expect(people).toHaveLength(4);
    for (const { name, read, unread } of people) expect(Math.min(read, unread), name).toBeGreaterThan(0);
    expect(await column('select count(distinct kind)::int from notifications')).toEqual([11]);
  });

  test('tell nobody of what is not theirs', async () => {
    const kinds = ['document', 'invoice', 'payment', 'project', 'phase', 'project_update', 'support_ticket'];
    for (const kind of kinds) {
      const recordType = kind === 'support_ticket' ? 'ticket' : kind;
      const sound = `select count(*) = count(r.id) and count(*) > 0 from notifications n join users u on u.id = n.user_id
        left join ${kind}s r on r.id = n.record_id and r.client_id = u.client_id
        where record_type = '${recordType}' and user_type = 'client'`;
      expect(await column(sound), kind).toEqual([true]);
    }
    expect(
      await column(
        'select n.id from notifications n join support_tickets t on t.id = record_id where n.client_id is not null and n.user_id <> t.client_user_id',
      ),
    ).toEqual([]);
  });

  test('come by mail as each person wants', async () => {
    expect(
      await column("select count(distinct user_id)::int from notification_settings where cadence = 'off'"),
    ).toEqual([3]);
  });
});
