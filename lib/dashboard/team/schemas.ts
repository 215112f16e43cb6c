import { z } from 'zod';
import { minutesOfWeek, moneyByMonth } from '@/lib/dashboard/figures/schemas';
import { inboxCounts, inboxItem } from '@/lib/dashboard/inbox/schemas';
import type { TeamDashboard } from '@/lib/dashboard/schemas';
import type { Day } from '@/lib/format';
import { toDecimal } from '@/lib/money';

/** The first rows of a list, and whether there are more. */
const first = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), more: z.boolean() });
const project = z.object({ id: z.uuid(), name: z.string(), clientName: z.string() });

/** The first page of the business as the API gives it. Staff get no money, and of people themselves alone. */
export const teamDashboardAnswer = z.object({
  today: z.iso.date(),
  inbox: z.object({
    items: z.array(inboxItem).describe('The most urgent first: 15 of the whole, 50 of one part.'),
    more: z.boolean(),
    counts: inboxCounts.describe('At most 100 of each are counted.'),
  }),
  attention: z.object({
    soon: first(
      z.object({
        id: z.uuid(),
        name: z.string(),
        percent: z.number().int(),
        plannedEndOn: z.iso.date(),
        project,
      }),
    ).describe('Phases that end within two weeks.'),
    unseen: first(
      project.extend({
        clientId: z.uuid(),
        reason: z.enum(['noPeople', 'portalOff', 'userInactive', 'clientInactive']),
        userId: z.uuid().nullable(),
      }),
    ).describe('Open projects that nobody of their client sees.'),
    quiet: first(
      z.object({ id: z.uuid(), name: z.string(), clientName: z.string(), lastSignInAt: z.iso.datetime() }),
    ).describe('People of clients who have not signed in for 30 days.'),
    missingHours: first(z.object({ id: z.uuid(), name: z.string() })).describe(
      'People of the team who entered hours in the four weeks before, and none this week.',
    ),
    onHold: first(project),
    withoutPhases: first(project),
    withoutContact: first(project),
  }),
  money: z.array(moneyByMonth).describe('The last twelve months.'),
  hours: z.array(minutesOfWeek).describe('The last twelve weeks.'),
});

/** Converts money to decimal strings; parsing the answer drops all other fields. */
export function teamDashboardAnswerOf(dashboard: TeamDashboard, today: Day): z.input<typeof teamDashboardAnswer> {
  const { inbox, money } = dashboard;
  return {
    ...dashboard,
    today,
    inbox: {
      ...inbox,
      items: inbox.items.map(({ openMinor, ...item }) => ({
        ...item,
        open: openMinor === null || item.currency === null ? null : toDecimal(openMinor, item.currency),
      })),
    },
    money: money.map(({ currency, months }) => ({
      currency,
      months: months.map(({ month, invoicedMinor, receivedMinor }) => ({
        month,
        invoiced: toDecimal(invoicedMinor, currency),
        received: toDecimal(receivedMinor, currency),
      })),
    })),
  };
}
