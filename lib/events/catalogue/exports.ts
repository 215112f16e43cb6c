import { z } from 'zod';
import { eventKind } from '@/lib/events/define';

const of = { clientId: z.uuid(), userId: z.uuid() };

/** Events of the archives that people of a client, admins in their place, and businesses take along. */
export const exportEvents = {
  'export.requested': eventKind('client_export', 'admins', of),
  'export.finished': eventKind('client_export', 'account', { ...of, fileName: z.string(), count: z.number().int() }),
  'export.failed': eventKind('client_export', 'admins', { ...of, reason: z.string() }),
  'export.downloaded': eventKind('client_export', 'admins', { ...of, fileName: z.string() }),
  /** The file was removed: a week was over, or a newer one took its place. */
  'export.expired': eventKind('client_export', 'admins', of),
  /** Those of the whole business. */
  'business_export.requested': eventKind('client_export', 'admins', {}),
  'business_export.finished': eventKind('client_export', 'admins', { fileName: z.string(), count: z.number().int() }),
  'business_export.failed': eventKind('client_export', 'admins', { reason: z.string() }),
  'business_export.downloaded': eventKind('client_export', 'admins', { fileName: z.string() }),
  'business_export.expired': eventKind('client_export', 'admins', {}),
  /** The operator has restored the business from its archive into this installation. */
  'business_export.restored': eventKind('tenant', 'admins', { fileName: z.string() }),
};
