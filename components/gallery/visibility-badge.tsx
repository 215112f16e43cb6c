import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import type { Visibility } from '@/lib/gallery/rule';

const looks = {
  internal: { tone: 'neutral', icon: 'lock' },
  client: { tone: 'good', icon: 'eye' },
  public: { tone: 'calm', icon: 'globe' },
} as const;

/** The visibility of a photo, as text with an icon. */
export function VisibilityBadge({ visibility, children }: { visibility: Visibility; children: ReactNode }) {
  const { tone, icon } = looks[visibility];
  return (
    <Badge tone={tone}>
      <Icon name={icon} className="size-3.5" />
      {children}
    </Badge>
  );
}
