import { clsx } from 'clsx';
import { Icon, type IconName } from '@/components/ui/icon';

/** An icon for the file type. Decorative: the file name carries the same information. */
export function FileIcon({ contentType, className }: { contentType: string; className?: string }) {
  return (
    <span aria-hidden="true" className={clsx('file-icon', className)}>
      <Icon name={iconOf(contentType)} />
    </span>
  );
}

function iconOf(contentType: string): IconName {
  if (contentType.startsWith('image/')) return contentType.endsWith('dwg') ? 'pencil-ruler' : 'file-image';
  if (/sheet|csv/.test(contentType)) return 'file-spreadsheet';
  if (/presentation/.test(contentType)) return 'presentation';
  return /pdf|word|text/.test(contentType) ? 'file-text' : 'file';
}
