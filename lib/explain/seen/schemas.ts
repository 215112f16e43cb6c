import type { ExplainedType } from '@/lib/explain/rule';
import type { OpenedType } from '@/lib/openings/rule';

/** A record that a person was shown; the photos of one project and day are one. */
export type Shown = {
  type: Exclude<ExplainedType, 'phase' | 'time_entry' | 'ledger_entry'>;
  id: string;
  title: string;
  projectId: string | null;
  projectName: string | null;
  count: number;
  shownAt: string;
  /** When the person last opened or downloaded it; null for never, and for a kind of which that is not noted. */
  takenAt: string | null;
};

/** Whether the opening of a shown record is noted. */
export const isNoted = (type: Shown['type']): type is OpenedType =>
  type === 'document' || type === 'photo' || type === 'invoice';

/** What a person of a client sees now; counts stop at one above `mostCounted`. */
export type Seen = {
  counts: Record<ExplainedType, number>;
  /** The latest first. */
  shown: Shown[];
  /** The last request of a session that is still listed, and the last look at documents or photos; null for never. */
  lastSeenAt: string | null;
};
