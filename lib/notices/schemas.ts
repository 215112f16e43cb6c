import { z } from 'zod';
import { NotificationKind } from '@/lib/db/generated/enums';
import { recordId } from '@/lib/fields';
import { listOrder, pageQuery } from '@/lib/paging';

/** A notification as its person reads it. */
export const notice = z.object({
  id: z.uuid(),
  kind: z.enum(NotificationKind),
  recordType: z.string(),
  recordId: z.uuid(),
  projectId: z.uuid().nullable(),
  text: z.string().describe("A sentence in the reader's language."),
  address: z.string().describe('The path of the page about the record.'),
  readAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});

/** The answer of a list: beside its page the number of all unread ones, of which at most 100 are counted. */
export const noticeList = z.object({
  data: z.array(notice),
  nextCursor: z.string().nullable(),
  totals: z.object({ unread: z.number().int() }),
});

/** The latest first. */
export const noticeOrder = listOrder('Notification', 'notifications', [
  { column: 'createdAt', kind: 'instant', direction: 'desc' },
  { column: 'id', kind: 'id' },
]);

export const noticeFilter = pageQuery(noticeOrder).extend({
  unread: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .describe('Only those that are not read.'),
});

export const noticeId = z.strictObject({ id: recordId() });
export const noInput = z.strictObject({});

/** The path of the page that a person has opened. */
export const openedPage = z.strictObject({ path: z.string().max(500) });

export const unreadCount = z.object({ unread: z.number().int() });

export type Notice = z.output<typeof notice>;
export type NoticeList = z.output<typeof noticeList>;
export type NoticeFilter = z.output<typeof noticeFilter>;
