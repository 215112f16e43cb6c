import { z } from 'zod';
import { eventKind } from '@/lib/events/define';

const of = { clientId: z.uuid(), userId: z.uuid() };

/** Events of the archives that people of a client, and admins in their place, take along. */
export const exportEvents = {
  'export.requested': eventKind('client_export', 'admins', of),
  'export.finished': eventKind('client_export', 'account', { ...of, fileName: z.string(), count: z.number().int() }),
  'export.failed': eventKind('client_export', 'admins', { ...of, reason: z.string() }),
  'export.downloaded': eventKind('client_export', 'admins', { ...of, fileName: z.string() }),
  /** The file was removed: a week was over, or a newer one took its place. */
  'export.expired': eventKind('client_export', 'admins', of),
};
