import { toColumn } from '@/lib/dates';
import { fallbackLocale } from '@/lib/i18n/locales';
import { reportText } from '@/lib/updates/reports/columns';
import { hasChanges, lastWeek, type WeekChanges } from '@/lib/updates/reports/rule';
import { storyToday } from '@/prisma/seed/clock';
import type { SeedContext } from '@/prisma/seed/context';
import { uuid7 } from '@/prisma/seed/uuid7';

type Changed = { projectId: string; clientId: string; name: string; facts: WeekChanges };

/** Drafts the weekly report of the project in which most happened, as the clock does for every project. */
export async function writeReport(context: SeedContext): Promise<void> {
  const { story, tenantId, actAs, day } = context;
  const today = day(storyToday);
  const week = lastWeek(today.toISOString().slice(0, 10));
  await actAs({ role: 'oriel_worker', tenantId }, async (db) => {
    const rows = await db.$queryRaw<Changed[]>`
      select project_id as "projectId", client_id as "clientId", project_name as name, facts
      from changes_of_projects(${week.from}::date, ${week.to}::date)`;
    const weight = ({ facts }: Changed) => facts.minutes + facts.photos + facts.documents.length;
    const [most] = rows.filter(({ facts }) => hasChanges(facts)).sort((a, b) => weight(b) - weight(a));
    if (!most) return;
    const { projectId, clientId, name, facts } = most;
    const id = uuid7();
    const text = reportText(facts, week, fallbackLocale);
    const at = new Date(today.getTime() + 1);
    const dates = { postedOn: toColumn(week.to), weekOn: toColumn(week.from), createdAt: at, updatedAt: at };
    await db.projectUpdate.createMany({
      data: { id, tenantId, clientId, projectId, authorName: story.tenant.name, ...text, ...dates },
    });
    await db.clockMark.createMany({
      data: { tenantId, kind: 'weekly_report', recordId: projectId, onDate: dates.weekOn, createdAt: at },
    });
    context.notices.push({
      ...{ at, kind: 'report_drafted', recordType: 'project_update', recordId: id, projectId },
      facts: { title: text.title, projectName: name },
      to: Object.keys(story.people).filter((key) => story.people[key]?.userType !== 'client'),
    });
  });
}
