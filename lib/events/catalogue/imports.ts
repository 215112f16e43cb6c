import { z } from 'zod';
import { eventKind } from '@/lib/events/define';

const about = { kind: z.string(), fileName: z.string() };
const counts = { created: z.number(), changed: z.number(), same: z.number() };

/** Events of moving in. What an import writes is one event, whatever the number of its rows: nobody is told of past records. */
export const importEvents = {
  'import.started': eventKind('import', 'admins', about),
  'import.checked': eventKind('import', 'admins', about),
  'import.confirmed': eventKind('import', 'admins', about),
  'import.finished': eventKind('import', 'admins', { ...about, ...counts }),
  'import.reversal_asked': eventKind('import', 'admins', about),
  'import.reverted': eventKind('import', 'admins', about),
  'import.discarded': eventKind('import', 'admins', about),
};
