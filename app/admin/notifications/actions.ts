'use server';

import { teamMember } from '@/lib/authz/guards';
import { defineAction } from '@/lib/doors/action';
import { readAllNotices, readNotice, readOpened } from '@/lib/notices/commands';
import { noInput, noticeId, openedPage, unreadCount } from '@/lib/notices/schemas';

export const readNoticeAction = defineAction({ guard: teamMember, input: noticeId, run: readNotice });

export const readAllNoticesAction = defineAction({ guard: teamMember, input: noInput, run: readAllNotices });

/** The frame of every page calls this; the page itself shows nothing that it changes. */
export const readOpenedAction = defineAction({
  guard: teamMember,
  input: openedPage,
  answer: unreadCount,
  run: readOpened,
  refreshes: false,
});
