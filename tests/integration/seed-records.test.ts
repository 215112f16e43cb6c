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

describe('projects', () => {
  test('are there in every status, with phases in every status, under way today', async () => {
    expect(await column('select distinct status from projects order by status')).toEqual([
      'planned',
      'active',
      'on_hold',
      'completed',
      'cancelled',
    ]);
    expect(await column(`select distinct status from phases where ${inHarborPine} order by status`)).toEqual([
      'not_started',
      'in_progress',
      'on_hold',
      'completed',
    ]);
    expect(await column(`select count(*)::int from projects where ${inHarborPine}`)).toEqual([5]);
    const idle = `select name from projects p where status = 'active' and not exists (
      select from phases where project_id = p.id and status = 'in_progress' and current_date between planned_start_on and planned_end_on)`;
    expect(await column(idle)).toEqual([]);
  });

  test('have phases with plans, weights and an order, and actual dates that fit their status', async () => {
    const odd = `select name from phases where planned_start_on is null or planned_end_on is null
      or (status = 'not_started') <> (actual_start_on is null) or (status = 'completed') <> (actual_end_on is not null)
      or actual_end_on > current_date or actual_start_on > current_date`;
    expect(await column(odd)).toEqual([]);
    expect(
      await column(
        'select 1 from phases group by project_id having count(distinct position) < count(*) or max(position) >= count(*)',
      ),
    ).toEqual([]);
    expect(await column('select count(distinct weight)::int > 5 from phases')).toEqual([true]);
  });

  test('have hours within the project, none of them still to come', async () => {
    const odd = `select p.name, e.worked_on::text from time_entries e join projects p on p.id = e.project_id
      where e.worked_on < p.starts_on or e.worked_on > current_date`;
    expect(await rows(odd)).toEqual([]);
  });

  test('have updates, some with photos that clients may see, and comments by both sides', async () => {
    expect(await column('select distinct author_type from project_comments order by 1')).toEqual([
      'admin',
      'staff',
      'client',
    ]);
    expect(
      await column(`select distinct visibility from project_update_photos join photos on id = photo_id order by 1`),
    ).toEqual(['client', 'public']);
    expect(
      await column(
        'select c.body from project_comments c join project_updates u on u.id = update_id where c.created_at < u.created_at',
      ),
    ).toEqual([]);
  });
});

describe('documents', () => {
  test('are there in every status in both businesses, and published with a newer draft behind', async () => {
    const every = ['draft', 'pending', 'approved', 'published', 'rejected'];
    for (const slug of ['harbor-pine', 'kestrel']) {
      const of = `from documents d join tenants t on t.id = d.tenant_id where slug = '${slug}'`;
      expect(await column(`select distinct d.status ${of} order by 1`)).toEqual(every);
      expect(
        await column(`select count(*)::int > 0 ${of} and d.status = 'draft' and published_version_id is not null`),
      ).toEqual([true]);
    }
  });

  test('came to their status by allowed steps', async () => {
    type Event = {
      document: string;
      approval: boolean;
      status: string;
      own: boolean | null;
      from: string | null;
      to: string | null;
    };
    const events = await rows<Event>(`
      select d.title as document, requires_approval as approval, d.status, null as own, null as "from", null as "to", v.created_at as at
        from document_versions v join documents d on d.id = document_id join document_types t on t.id = document_type_id
      union all
      select d.title, requires_approval, d.status, forbids_own_approval and actor_id = (select uploaded_by_id from document_versions v
          where v.document_id = d.id and v.created_at < s.created_at order by number desc limit 1), from_status::text, to_status::text, s.created_at
        from document_transitions s join documents d on d.id = document_id join document_types t on t.id = document_type_id
      order by document, at`);
    const allowed = [
      'draft>pending',
      'pending>approved',
      'approved>published',
      'pending>rejected',
      'approved>rejected',
      'rejected>draft',
      'published>approved',
    ];
    expect(events.length).toBeGreaterThan(80);
    const state = new Map<string, string>();
    for (const { document, approval, own, from, to } of events) {
      if (from !== null && to !== null) {
        expect(from, document).toBe(state.get(document));
        expect(approval ? allowed : [...allowed, 'draft>published'], document).toContain(`${from}>${to}`);
        if (to === 'approved' && from === 'pending') expect(own, document).not.toBe(true);
      }
      state.set(document, to ?? 'draft');
    }
    for (const { document, status } of events) expect(state.get(document), document).toBe(status);
  });

  test('say why they were rejected, and were published by an admin', async () => {
    expect(
      await column(
        `select document_id from document_transitions where to_status = 'rejected' and coalesce(reason, '') = ''`,
      ),
    ).toEqual([]);
    expect(
      await column(
        `select distinct user_type from document_transitions join users on users.id = actor_id where to_status = 'published'`,
      ),
    ).toEqual(['admin']);
  });

  test('have a file of their own for each version', async () => {
    expect(
      await column(
        `select distinct f.status || ' ' || content_type from document_versions join stored_files f on f.id = file_id`,
      ),
    ).toEqual(['stored application/pdf']);
    expect(
      await column(
        'select count(*) = (select count(*) from document_versions) + (select count(*) from photo_variants) + (select count(*) from ticket_attachments) from stored_files',
      ),
    ).toEqual([true]);
  });
});

describe('photos', () => {
  test('are there in every visibility in both businesses, with caption, time, phase and all renditions', async () => {
    expect(await column('select count(distinct visibility)::int from photos group by tenant_id')).toEqual([3, 3]);
    expect(
      await column(
        'select caption from photos where caption is null or taken_at is null or phase_id is null or taken_at > created_at',
      ),
    ).toEqual([]);
    expect(
      await column('select 1 from photos i where (select count(*) from photo_variants where photo_id = i.id) <> 4'),
    ).toEqual([]);
    expect(await column('select count(*) - count(distinct caption) from photos')).toEqual(['0']);
  });
});

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
