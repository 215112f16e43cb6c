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
