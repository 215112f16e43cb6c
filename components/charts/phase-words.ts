import type { Span } from '@/components/charts/phase';
import { formatDays } from '@/lib/format';

/** Says a span of days, or null when there is none. */
export function spanWords(span: Span | null, locale: string): string | null {
  return span && formatDays(span.from, span.to, locale);
}
