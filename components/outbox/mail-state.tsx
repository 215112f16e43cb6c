import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { MailState } from '@/lib/db/generated/enums';

const tones = { waiting: 'calm', sent: 'good', failed: 'bad', kept: 'warn', dropped: 'neutral' } as const;

export function MailStateBadge({ state }: { state: MailState }) {
  const t = useTranslations('outbox.state');
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
