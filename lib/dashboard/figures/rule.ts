import type { GrowthOfMonth, MinutesOfWeek, MoneyByMonth } from '@/lib/dashboard/figures/schemas';
import type { Day } from '@/lib/format';
import { mondayOf, shifted } from '@/lib/time/rule';

/** Months and weeks of a chart, the present one included. */
export const spans = { months: 12, weeks: 12 };

/** A sum of a month or week of one kind, by its first day. */
export type Sum = { kind: string; on: Day; currency: string; amount: bigint };

/** The twelve months up to that of `today` as YYYY-MM, the earliest first. */
export function lastMonths(today: Day): string[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return Array.from({ length: spans.months }, (_, at) =>
    new Date(Date.UTC(year, month - spans.months + at, 1)).toISOString().slice(0, 7),
  );
}

/** The Monday of the first week shown. */
export function firstWeek(today: Day): Day {
  return shifted(mondayOf(today), -7 * (spans.weeks - 1));
}

/** Invoiced and received per month in each currency that has either. */
export function moneyByMonth(sums: readonly Sum[], today: Day): MoneyByMonth[] {
  const money = sums.filter(({ kind }) => kind === 'invoiced' || kind === 'received');
  const currencies = [...new Set(money.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const of = (kind: string, month: string) =>
      money.find((sum) => sum.kind === kind && sum.currency === currency && sum.on.startsWith(month))?.amount ?? 0n;
    const months = lastMonths(today).map((month) => {
      return { month, invoicedMinor: of('invoiced', month), receivedMinor: of('received', month) };
    });
    return { currency, months };
  });
}

/** Minutes per week; none where nobody worked in any of them. */
export function minutesByWeek(sums: readonly Sum[], today: Day): MinutesOfWeek[] {
  const worked = new Map(sums.flatMap(({ kind, on, amount }) => (kind === 'minutes' ? [[on, Number(amount)]] : [])));
  if (![...worked.values()].some((minutes) => minutes > 0)) return [];
  const first = firstWeek(today);
  return Array.from({ length: spans.weeks }, (_, at) => {
    const from = shifted(first, 7 * at);
    return { from, minutes: worked.get(from) ?? 0 };
  });
}

/** Growth per month, those without any included. */
export function growthByMonth(sums: readonly Sum[], today: Day): GrowthOfMonth[] {
  const of = (kind: string, month: string) =>
    Number(sums.find((sum) => sum.kind === kind && sum.on.startsWith(month))?.amount ?? 0n);
  return lastMonths(today).map((month) => {
    return { month, tenants: of('tenants', month), people: of('people', month), storedBytes: of('bytes', month) };
  });
}
