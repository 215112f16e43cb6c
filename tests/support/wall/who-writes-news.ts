import { any, isMyNotification, mine, ofMyClient, ofMyProject, ofMyTenant } from '@/tests/support/wall/row-rules';
import { type Rows, same } from '@/tests/support/wall/subject';
import { adds, both, by, inOwnName, team, type WhoWrites } from '@/tests/support/wall/write-rules';

// The write rules of updates, comments and notifications (see who-writes-what.ts).

const isDraft: Rows<'project_updates'> = ({ publishedAt }) => publishedAt === null;
const underUpdateOf =
  (mine: Rows<'project_updates'>): Rows<'project_comments'> =>
  ({ updateId }, me, world) =>
    world.project_updates.some(
      (update) => update.id === updateId && update.publishedAt !== null && mine(update, me, world),
    );
const isReport: Rows<'project_updates'> = ({ weekOn }) => weekOn !== null;

/** Whoever never had a session brings in history, such as the demo's. */
const hasNoSession: Rows<'notifications'> = (_row, me, world) =>
  !world.sessions.some(({ userId }) => same(userId, me.userId));

export const newsActions = {
  project_updates: {
    ...team<'project_updates'>({
      adds: adds(both(ofMyTenant, by('authorId'))),
      changes: {
        rows: ofMyTenant,
        columns: { only: ['title', 'body', 'postedOn', 'phaseId', 'publishedAt', 'correctedAt', 'updatedAt'] },
      },
      removes: both(ofMyTenant, isDraft),
    }),
    worker: {
      adds: adds(both(ofMyTenant, isReport), { except: ['phaseId', 'authorId', 'publishedAt', 'correctedAt'] }),
    },
  },
  project_update_photos: team({
    adds: adds(ofMyTenant),
    changes: { rows: ofMyTenant, columns: { only: ['position'] } },
    removes: ofMyTenant,
  }),
  project_comments: {
    client: { adds: adds(both(both(both(ofMyProject, ofMyClient), inOwnName), underUpdateOf(ofMyProject))) },
    ...team<'project_comments'>({ adds: adds(both(both(ofMyTenant, inOwnName), underUpdateOf(ofMyTenant))) }),
  },
  update_notes: team({ adds: adds(both(ofMyTenant, by('authorId'))) }),
  notifications: {
    client: { changes: { rows: isMyNotification, columns: { only: ['readAt'] } } },
    ...team<'notifications'>({
      adds: adds(both(ofMyTenant, hasNoSession)),
      changes: { rows: mine, columns: { only: ['readAt'] } },
    }),
    definer: {
      adds: adds(any, {
        only: [
          ...(['id', 'tenantId', 'userId', 'clientId', 'projectId', 'kind', 'recordType', 'recordId'] as const),
          ...(['facts', 'groupKey'] as const),
        ],
      }),
      changes: { rows: any, columns: { only: ['facts', 'createdAt'] } },
      removes: any,
    },
  },
  clock_marks: { worker: { adds: adds(ofMyTenant) } },
} satisfies Partial<WhoWrites>;
