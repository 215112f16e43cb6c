import { fromColumn } from '@/lib/dates';
import { Prisma } from '@/lib/db/generated/client';
import { toPhoto } from '@/lib/gallery/columns';
import type { Visibility } from '@/lib/gallery/rule';
import type { ProjectUpdate, TeamUpdate } from '@/lib/updates/schemas';

/** The most comments that come with an update, and the most that are counted. */
const most = { shown: 50, counted: 1000 };

const photos = Prisma.sql`(
  select coalesce(json_agg(json_build_object('id', g.id, 'projectId', g.project_id, 'phaseId', g.phase_id, 'caption', g.caption,
    'takenAt', g.taken_at, 'sharedAt', g.shared_at, 'createdAt', g.created_at, 'width', g.width, 'height', g.height,
    'placeholder', g.placeholder, 'visibility', g.visibility, 'project', json_build_object('name', p.name),
    'phase', (select json_build_object('name', f.name, 'position', f.position) from phases f where f.id = g.phase_id),
    'variants', (select coalesce(json_agg(json_build_object('variant', v.variant, 'width', v.width, 'height', v.height) order by v.variant), '[]')
      from photo_variants v where v.photo_id = g.id)) order by x.position), '[]')
  from project_update_photos x join photos g on g.id = x.photo_id where x.update_id = u.id)`;

/** The columns of an update `u` of a project `p`, with its photos and newest comments, for a statement in SQL. */
export const updateColumns = Prisma.sql`u.id, u.project_id as "projectId", p.name as "projectName", u.client_id as "clientId", u.title, u.body,
  u.posted_on as "postedOn", u.phase_id as "phaseId", (select f.name from phases f where f.id = u.phase_id) as "phaseName",
  u.author_name as "authorName", u.week_on is not null as "isReport", u.published_at as "publishedAt", u.corrected_at as "correctedAt",
  u.created_at as "createdAt", ${photos} as photos,
  (select coalesce(json_agg(c order by c."writtenAt", c.id), '[]') from (
    select id, body, author_name as "authorName", author_type = 'client' as "byClient", created_at as "writtenAt"
    from project_comments where update_id = u.id order by created_at desc, id desc limit ${most.shown}) c) as comments,
  (select count(*)::int from (select from project_comments where update_id = u.id limit ${most.counted}) c) as "commentCount"`;

/** The internal comments in addition, which only the team may read. */
export const noteColumns = Prisma.sql`(select coalesce(json_agg(c order by c."writtenAt", c.id), '[]') from (
    select id, body, author_name as "authorName", created_at as "writtenAt"
    from update_notes where update_id = u.id order by created_at desc, id desc limit ${most.shown}) c) as notes`;

type PhotoRow = Omit<Parameters<typeof toPhoto>[0], 'takenAt' | 'sharedAt' | 'createdAt'> & {
  visibility: Visibility;
  takenAt: string | null;
  sharedAt: string | null;
  createdAt: string;
};

/** A row of `updateColumns`; instants inside its lists travelled as JSON. */
export type UpdateRow = Omit<ProjectUpdate, 'postedOn' | 'publishedAt' | 'correctedAt' | 'photos'> & {
  clientId: string;
  postedOn: Date;
  publishedAt: Date | null;
  correctedAt: Date | null;
  createdAt: Date;
  photos: PhotoRow[];
};
export type TeamUpdateRow = UpdateRow & Pick<TeamUpdate, 'notes'>;

const instantOf = (json: string) => new Date(json).toISOString();

function photoOf({ takenAt, sharedAt, createdAt, ...row }: PhotoRow, area: 'client' | 'admin') {
  const dates = {
    takenAt: takenAt === null ? null : new Date(takenAt),
    sharedAt: sharedAt === null ? null : new Date(sharedAt),
    createdAt: new Date(createdAt),
  };
  return { ...toPhoto({ ...row, ...dates }, area), visibility: row.visibility };
}

export function toUpdate({ clientId: _client, createdAt: _created, ...row }: UpdateRow): ProjectUpdate {
  return {
    ...row,
    postedOn: fromColumn(row.postedOn),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    correctedAt: row.correctedAt?.toISOString() ?? null,
    photos: row.photos.map((photo) => photoOf(photo, 'client')),
    comments: row.comments.map((comment) => ({ ...comment, writtenAt: instantOf(comment.writtenAt) })),
  };
}

export function toTeamUpdate(row: TeamUpdateRow): TeamUpdate {
  return {
    ...toUpdate(row),
    clientId: row.clientId,
    status: row.publishedAt ? 'published' : 'draft',
    photos: row.photos.map((photo) => photoOf(photo, 'admin')),
    notes: row.notes.map((note) => ({ ...note, writtenAt: instantOf(note.writtenAt) })),
  };
}
