import { describe, expect, it } from 'vitest';
import { jobActor } from '@/lib/authz/job';
import { write } from '@/lib/authz/scope';
import { addDays, today } from '@/lib/dates';
import { remindOfInvoices } from '@/lib/invoices/reminders/commands';
import { draftWeeklyReports } from '@/lib/updates/reports/commands';
import { lastWeek } from '@/lib/updates/reports/rule';
import { testDatabase } from '@/tests/support/database/database';
import { createNewsFixture } from '@/tests/support/fixtures/news';
import { moneyBusiness } from '@/tests/support/fixtures/payments';

const { owner } = await testDatabase();

const day = today('Europe/Lisbon');
const clock = (tenantId: string) => jobActor('clock', tenantId);
const kindsOf = async (userId: string) =>
  (await owner.query('select kind::text from notifications where user_id = $1 order by kind', [userId])).rows.map(
    ({ kind }) => kind,
  );

describe('the weekly report', () => {
  async function site() {
    const made = await createNewsFixture(owner);
    const work = (workedOn: string, projectId = made.projectId, clientId = made.clientId) =>
      owner.query(
        `insert into time_entries (id, tenant_id, client_id, project_id, user_id, user_name, worked_on, minutes, description, updated_at)
         values (gen_random_uuid(), $1, $2, $3, $4, 'Ida', $5, 90, 'Work', now())`,
        [made.id, clientId, projectId, made.staff.id, workedOn],
      );
    return { ...made, work, draft: () => write(clock(made.id), (db) => draftWeeklyReports(db, clock(made.id))) };
  }
  const week = lastWeek(day);

  it('is drafted once for each project in which something changed, and for no other', async () => {
    const { work, draft, list, listOwn, projectId, admin, person } = await site();
    await work(week.from);
    await work(addDays(week.to, 1));
    await work(addDays(week.from, -1));
    expect([await draft(), await draft()]).toEqual([1, 0]);
    const { data } = (await list()).body;
    expect(data).toMatchObject([
      {
        project_id: projectId,
        is_report: true,
        status: 'draft',
        author_name: 'Test business',
        body: expect.stringMatching(/Hours worked: 1\D+30/),
      },
    ]);
    expect((await listOwn()).body.data).toEqual([]);
    expect(await kindsOf(admin.id)).toEqual(['report_drafted']);
    expect(await kindsOf(person.id)).toEqual([]);
    const { rows } = await owner.query('select action, actor_id from audit_entries where record_id = $1', [data[0].id]);
    expect(rows).toEqual([{ action: 'update.report_drafted', actor_id: null }]);
  });

  it('is edited and published as an update, and a removed draft does not come back', async () => {
    const { work, draft, list, change, remove, listOwn, otherProjectId, otherId } = await site();
    await work(week.to);
    await work(week.to, otherProjectId, otherId);
    expect(await draft()).toBe(2);
    const [{ id }] = (await list()).body.data;
    expect((await change(id, { title: 'Our week', publish: true })).status).toBe(200);
    expect((await listOwn()).body.data).toMatchObject([{ title: 'Our week', is_report: true, posted_on: day }]);
    await owner.query('update project_updates set published_at = null where false');
    await owner.query('delete from project_updates where project_id = $1', [otherProjectId]);
    expect(await draft()).toBe(0);
    expect((await remove(id)).status).toBe(409);
  });

  it('tells what a client may see: no draft of a document, no internal photo', async () => {
    const { projectId, clientId, id, draft, staff, list } = await site();
    const photo = (visibility: string) =>
      owner.query(
        `insert into photos (id, tenant_id, client_id, project_id, visibility, width, height, placeholder, uploaded_by_id, shared_at, updated_at)
         values (gen_random_uuid(), $1, $2, $3, $4::photo_visibility, 1, 1, '#000000', $5, $6::date + interval '2 days', now())`,
        [id, clientId, projectId, visibility, staff.id, week.from],
      );
    await photo('internal');
    expect(await draft()).toBe(0);
    await owner.query('alter table photos disable trigger user');
    await photo('client');
    await owner.query('alter table photos enable trigger user');
    expect(await draft()).toBe(1);
    expect((await list()).body.data[0].body).toContain('1 new photo');
  });
});

describe('reminders of invoices', () => {
  async function due(dueOn: string, settings?: { before: number | null; after: number | null }) {
    const made = await moneyBusiness(owner);
    const jane = await made.addPerson('client', made.clientId);
    const { id } = await made.sold();
    await owner.query('alter table invoices disable trigger invoices_keep_issued');
    await owner.query('update invoices set due_on = $1, issued_on = least(issued_on, $1) where id = $2', [dueOn, id]);
    await owner.query('alter table invoices enable always trigger invoices_keep_issued');
    await owner.query('delete from notifications where user_id = any ($1)', [[jane.id, made.admin.id]]);
    if (settings)
      await owner.query(
        `insert into billing_settings (tenant_id, remind_days_before, remind_days_after) values ($1, $2, $3)
         on conflict (tenant_id) do update set remind_days_before = $2, remind_days_after = $3`,
        [made.id, settings.before, settings.after],
      );
    const remind = () => write(clock(made.id), (db) => remindOfInvoices(db, clock(made.id)));
    return { ...made, jane, invoiceId: id, remind };
  }

  it('before the due date are for the client, once', async () => {
    const { remind, jane, admin, staff } = await due(addDays(day, 3));
    expect([await remind(), await remind()]).toEqual([1, 0]);
    expect(await kindsOf(jane.id)).toEqual(['invoice_due_soon']);
    for (const { id } of [admin, staff]) expect(await kindsOf(id)).toEqual([]);
  });

  it('after it are for the client and the admins', async () => {
    const { remind, jane, admin, staff } = await due(addDays(day, -1));
    expect([await remind(), await remind()]).toEqual([1, 0]);
    for (const { id } of [jane, admin]) expect(await kindsOf(id)).toEqual(['invoice_overdue']);
    expect(await kindsOf(staff.id)).toEqual([]);
  });

  it('come on the days that the business chose, or not at all', async () => {
    const early = await due(addDays(day, 10), { before: 10, after: null });
    expect(await early.remind()).toBe(1);
    const late = await due(addDays(day, -6), { before: null, after: 7 });
    expect(await late.remind()).toBe(0);
    const never = await due(addDays(day, -20), { before: 3, after: null });
    expect(await never.remind()).toBe(0);
  });

  it('leave out what is paid, long overdue, or not due yet', async () => {
    for (const dueOn of [addDays(day, 4), addDays(day, -90)]) expect(await (await due(dueOn)).remind()).toBe(0);
    const paid = await due(addDays(day, -2));
    const claim = (
      await (await import('@/tests/support/fixtures/payments')).moneyOf(paid.jane.token).claim(paid.invoiceId)
    ).body.data;
    await paid.confirm(claim.id, {});
    expect(await paid.remind()).toBe(0);
  });
});
