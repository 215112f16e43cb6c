import type { Span } from '@/components/charts/phase';
import { formatDays } from '@/lib/format';

/** Formats a span of days; null for null. */
export function spanWords(span: Span | null, locale: string): string | null {
  return span && formatDays(span.from, span.to, locale);
}
