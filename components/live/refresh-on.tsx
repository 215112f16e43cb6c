import { Refresher } from '@/components/live/refresher';
import { readingMoment } from '@/lib/live/moment';

/**
 * Renders the page again when a live message is about one of the records, or says that messages may have been lost; one that came
 * after the page was read counts too.
 */
export function RefreshOn({ records }: { records: readonly string[] }) {
  return <Refresher records={records} since={readingMoment()} />;
}
