import type { ReadDb } from '@/lib/db/handles';
import type { ClientDocument } from '@/lib/documents/schemas';
import type { Day } from '@/lib/format';
import { nextMilestones } from '@/lib/portal/milestones';
import { newestDocuments } from '@/lib/portal/newest-documents';
import { latestNews } from '@/lib/portal/news';
import type { ClientPortalData, Milestone, News } from '@/lib/portal/portal-data';
import { getClientPortalData } from '@/lib/portal/queries';

/** The first page of the portal: how the projects stand, what is next, and what changed lately. */
export type Dashboard = ClientPortalData & { milestones: Milestone[]; news: News[]; documents: ClientDocument[] };

const most = { milestones: 5, news: 6, documents: 4 };

/** In six statements. Null where the person whose scope this is has no access to the portal. */
export async function findDashboard(db: ReadDb, today: Day): Promise<Dashboard | null> {
  const data = await getClientPortalData(db, today);
  if (!data) return null;
  const news = await latestNews(db, [...data.projects, ...data.earlierProjects], today, most.news);
  const documents = await newestDocuments(db, most.documents);
  return { ...data, news, documents, milestones: nextMilestones(data.projects, today).slice(0, most.milestones) };
}
