import { v7 as uuidv7 } from 'uuid';
import type { JobActor } from '@/lib/authz/actor';
import { toColumn, today } from '@/lib/dates';
import type { WriteDb } from '@/lib/db/handles';
import { recordJobEvents } from '@/lib/events/record';
import { fallbackLocale, supported } from '@/lib/i18n/locales';
import { reportText } from '@/lib/updates/reports/columns';
import { hasChanges, lastWeek, type WeekChanges } from '@/lib/updates/reports/rule';

type Changed = { projectId: string; clientId: string; projectName: string; facts: WeekChanges };

/**
 * Drafts the report of the last whole week for each project of the job's tenant in which something changed that its client may see,
 * in the tenant's language. For the clock, any time after Sunday of the tenant: each week once, also where the team removed the
 * draft. Returns the number of drafts.
 */
export async function draftWeeklyReports(db: WriteDb, job: JobActor): Promise<number> {
  const [tenant] = await db.$queryRaw<{ id: string; name: string; locale: string; timeZone: string }[]>`
    select id, name, locale, time_zone as "timeZone" from tenants where id = (select app_tenant())`;
  if (!tenant) return 0;
  const week = lastWeek(today(tenant.timeZone));
  const rows = await db.$queryRaw<Changed[]>`
    select project_id as "projectId", client_id as "clientId", project_name as "projectName", facts
    from changes_of_projects(${week.from}::date, ${week.to}::date)`;
  const changed = rows.filter(({ facts }) => hasChanges(facts));
  const due = new Set(
    await markDue(
      db,
      changed.map(({ projectId }) => projectId),
      week.from,
    ),
  );
  const locale = supported(tenant.locale) ?? fallbackLocale;
  const now = new Date();
  const reports = changed
    .filter(({ projectId }) => due.has(projectId))
    .map(({ projectId, clientId, facts }) => ({
      ...{ id: uuidv7(), tenantId: tenant.id, clientId, projectId, authorName: tenant.name },
      ...reportText(facts, week, locale),
      ...{ postedOn: toColumn(week.to), weekOn: toColumn(week.from), createdAt: now, updatedAt: now },
    }));
  await db.projectUpdate.createMany({ data: reports });
  await recordJobEvents(
    db,
    job,
    reports.map(({ id, clientId, projectId, title }) => ({
      name: 'update.report_drafted',
      recordId: id,
      facts: { clientId, projectId, title, weekOn: week.from },
    })),
  );
  return reports.length;
}

/** Marks the projects whose week no run has reported, and returns their ids. */
async function markDue(db: WriteDb, projectIds: string[], weekOn: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    insert into clock_marks (tenant_id, kind, record_id, on_date)
    select (select app_tenant()), 'weekly_report', id, ${weekOn}::date from unnest(${projectIds}::uuid[]) as id
    on conflict do nothing returning record_id as id`;
  return rows.map(({ id }) => id);
}
