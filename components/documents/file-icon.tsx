import { clsx } from 'clsx';
import { File, FileImage, FileSpreadsheet, FileText, type LucideIcon, PencilRuler, Presentation } from 'lucide-react';

/** An icon for the file type. Decorative: the file name carries the same information. */
export function FileIcon({ contentType, className }: { contentType: string; className?: string }) {
  const Icon = iconOf(contentType);
  return (
    <span
      aria-hidden="true"
      className={clsx(
        'flex size-10 shrink-0 items-center justify-center rounded-field bg-accent-soft text-accent-text',
        className,
      )}
    >
      <Icon className="size-5 stroke-[1.5]" />
    </span>
  );
}

function iconOf(contentType: string): LucideIcon {
  if (contentType.startsWith('image/')) return contentType.endsWith('dwg') ? PencilRuler : FileImage;
  if (/sheet|csv/.test(contentType)) return FileSpreadsheet;
  if (/presentation/.test(contentType)) return Presentation;
  return /pdf|word|text/.test(contentType) ? FileText : File;
}
