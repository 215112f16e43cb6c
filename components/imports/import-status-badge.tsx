import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { ImportStatus } from '@/lib/imports/rule';

const tones: Record<ImportStatus, Tone> = {
  ...{ mapping: 'warn', checking: 'calm', checked: 'warn', importing: 'calm' },
  ...{ done: 'good', undoing: 'calm', undone: 'neutral' },
};

/** How far an import has come. */
export function ImportStatusBadge({ status }: { status: ImportStatus }) {
  const t = useTranslations('imports.status');
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
