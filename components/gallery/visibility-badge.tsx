import { Eye, Globe, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import type { Visibility } from '@/lib/gallery/rule';

const looks = {
  internal: { tone: 'neutral', icon: Lock },
  client: { tone: 'good', icon: Eye },
  public: { tone: 'calm', icon: Globe },
} as const;

/** The visibility of a photo, as text with an icon. */
export function VisibilityBadge({ visibility, children }: { visibility: Visibility; children: ReactNode }) {
  const { tone, icon: Icon } = looks[visibility];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden="true" className="size-3.5" />
      {children}
    </Badge>
  );
}
