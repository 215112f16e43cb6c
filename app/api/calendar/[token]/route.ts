import { defineCalendarRoute } from '@/lib/doors/calendar-route';
import { getCalendar } from '@/lib/feeds/queries';
import { feedAddress } from '@/lib/feeds/schemas';

export const GET = defineCalendarRoute({
  summary: 'The phases and due dates of a person as a calendar, by its private address.',
  input: feedAddress,
  find: getCalendar,
});
