import type { Day } from '@/lib/calendar';

/** What came in during a month (YYYY-MM), less what went back, in minor units. */
export type MonthOfCash = { currency: string; month: string; minor: bigint };

/** The twelve months up to today's in each currency, those without a payment included. */
export function cashOf(cash: readonly MonthOfCash[], today: Day) {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const months = Array.from({ length: 12 }, (_, at) =>
    new Date(Date.UTC(year, month - 12 + at, 1)).toISOString().slice(0, 7),
  );
  const currencies = [...new Set(cash.map(({ currency }) => currency))];
  return currencies.map((currency) => ({
    currency,
    months: months.map((name) => ({
      month: name,
      minor: cash.find((one) => one.currency === currency && one.month === name)?.minor ?? 0n,
    })),
  }));
}
