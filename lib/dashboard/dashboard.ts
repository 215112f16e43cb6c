import { nextMilestones } from '@/lib/dashboard/milestones';
import { latestNews } from '@/lib/dashboard/news';
import type { ClientPortalData, Milestone, News } from '@/lib/dashboard/portal-data';
import { getClientPortalData } from '@/lib/dashboard/queries';
import type { ReadDb } from '@/lib/db/handles';
import { newestDocuments } from '@/lib/documents/newest-documents';
import type { ClientDocument } from '@/lib/documents/schemas';
import type { Day } from '@/lib/format';
import { latestPhotos } from '@/lib/gallery/queries';
import type { Photo } from '@/lib/gallery/schemas';

/** The first page of the portal: how the projects stand, what is next, and what changed lately. */
export type Dashboard = ClientPortalData & {
  milestones: Milestone[];
  news: News[];
  documents: ClientDocument[];
  photos: Photo[];
};

const most = { milestones: 5, news: 6, documents: 4, photos: 6 };

/** In ten statements. Null where the person whose scope this is has no access to the portal. */
export async function findDashboard(db: ReadDb, today: Day): Promise<Dashboard | null> {
  const data = await getClientPortalData(db, today);
  if (!data) return null;
  const news = await latestNews(db, [...data.projects, ...data.earlierProjects], today, most.news);
  const documents = await newestDocuments(db, most.documents);
  const photos = await latestPhotos(db, {}, most.photos);
  const milestones = nextMilestones(data.projects, today).slice(0, most.milestones);
  return { ...data, news, documents, photos, milestones };
}
