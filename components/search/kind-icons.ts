import type { IconName } from '@/components/ui/icon';
import type { SearchKind } from '@/lib/search/schemas';

export const kindIcons: Record<SearchKind, IconName> = {
  client: 'users-round',
  project: 'folder-open',
  phase: 'chart-no-axes-gantt',
  document: 'file-text',
  photo: 'images',
  update: 'notebook-pen',
  invoice: 'receipt-text',
  credit_note: 'file-minus-corner',
  ticket: 'message-circle',
  message: 'message-circle',
  note: 'lock',
  time_entry: 'clock',
  person: 'user-round',
};
