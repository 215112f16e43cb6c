import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { DocumentStatus } from '@/lib/documents/transitions/rule';

const tones: Record<DocumentStatus, Tone> = {
  draft: 'neutral',
  pending: 'warn',
  approved: 'calm',
  published: 'good',
  rejected: 'bad',
};

export function DocumentStatusBadge({ status }: { status: DocumentStatus }) {
  const t = useTranslations('terms.documentStatus');
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
