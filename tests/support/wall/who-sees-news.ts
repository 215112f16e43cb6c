import { isPhotoOnPass, isUpdateOnPass } from '@/tests/support/wall/guest-rules';
import { type ReadRule, type ReadRules, sees } from '@/tests/support/wall/read-rules';
import {
  any,
  isDateHistoryShown,
  isMyNotification,
  isMyPhoto,
  isPublishedUpdate,
  mine,
  ofMyProject,
  ofMyTenant,
  ofPhoto,
  ofPublishedUpdate,
  ofWorkersTenant,
} from '@/tests/support/wall/row-rules';
import type { TableName } from '@/tests/support/wall/world';
import { both } from '@/tests/support/wall/write-rules';

// The read rules of the history of dates, updates, comments and notifications (see who-sees-what.ts).

const team = <T extends TableName>(rule: ReadRule<T>) => ({ staff: rule, admin: rule });

export const whoSeesNews = {
  saved_replies: {
    says: 'Answers that the team gives again; not for clients.',
    ...team(sees<'saved_replies'>(ofMyTenant)),
  },
  phase_date_changes: {
    says: 'How planned dates moved, of the projects I see, from the plan on, where business and project show it.',
    client: sees(both(ofMyProject, isDateHistoryShown), { except: ['changedById'] }),
    ...team(sees<'phase_date_changes'>(ofMyTenant)),
    definer: sees(ofMyTenant, { except: ['clientId', 'note', 'changedById', 'changedByName'] }),
  },
  project_updates: {
    says: 'Published, of the projects I see. The worker knows which weeks have a report.',
    client: sees(both(ofMyProject, isPublishedUpdate)),
    guest: sees(isUpdateOnPass),
    ...team(sees<'project_updates'>(ofMyTenant)),
    worker: sees(ofMyTenant, { only: ['id', 'tenantId', 'projectId', 'weekOn'] }),
    definer: sees(ofWorkersTenant, {
      only: [
        ...(['id', 'tenantId', 'clientId', 'projectId', 'title', 'authorId', 'weekOn', 'publishedAt'] as const),
        ...(['body', 'postedOn'] as const),
      ],
    }),
  },
  project_update_photos: {
    says: 'Those whose photo and update I see.',
    client: sees(both(ofPhoto(isMyPhoto), ofPublishedUpdate)),
    guest: sees(({ photoId, updateId }, me, world) => {
      const isShown = world.project_updates.some(
        (update) => update.id === updateId && isUpdateOnPass(update, me, world),
      );
      return isShown && ofPhoto(isPhotoOnPass)({ photoId }, me, world);
    }),
    ...team(sees<'project_update_photos'>(ofMyTenant)),
  },
  project_comments: {
    says: 'Of both sides, under the updates of the projects I see.',
    client: sees(ofMyProject),
    ...team(sees<'project_comments'>(ofMyTenant)),
    definer: sees(ofMyTenant, { only: ['id', 'tenantId', 'updateId', 'authorId', 'authorName'] }),
  },
  update_notes: {
    says: 'Internal: only the team sees them.',
    ...team(sees<'update_notes'>(ofMyTenant)),
    definer: sees(ofMyTenant, { only: ['id', 'tenantId', 'updateId', 'authorId', 'authorName'] }),
  },
  notifications: {
    says: 'user_id = me; after a move to another client none of the former one.',
    client: sees(isMyNotification),
    ...team(sees<'notifications'>(mine)),
    definer: sees(any),
  },
  clock_marks: { says: 'What the clock has done.', worker: sees(ofMyTenant) },
} satisfies Partial<ReadRules>;
