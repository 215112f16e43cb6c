/** How hours become lines: one per person, one per day, or one for all. */
export const groupings = ['person', 'day', 'one'] as const;
export type Grouping = (typeof groupings)[number];

/** A billable entry that no line has billed. */
export type UnbilledEntry = { id: string; workedOn: string; minutes: number; description: string; personName: string };

/** Hours that become one line, in the order of their dates. */
export type HoursGroup = {
  personName: string;
  from: string;
  to: string;
  /** Hours in thousandths, rounded half up: 20 minutes are 333. */
  quantityThousandth: bigint;
  /** What was done, each description once. */
  descriptions: string[];
  ids: string[];
};

/** Groups hours by person, by day, or as one; the groups come in the order of their first entry. */
export function groupHours(entries: readonly UnbilledEntry[], by: Grouping): HoursGroup[] {
  const groups = new Map<string, UnbilledEntry[]>();
  for (const entry of entries) {
    const key = { person: entry.personName, day: entry.workedOn, one: '' }[by];
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].map((group) => {
    const minutes = group.reduce((sum, entry) => sum + entry.minutes, 0);
    const days = group.map(({ workedOn }) => workedOn).toSorted();
    return {
      personName: group[0]?.personName ?? '',
      from: days[0] ?? '',
      to: days.at(-1) ?? '',
      quantityThousandth: (BigInt(minutes) * 1000n + 30n) / 60n,
      descriptions: [...new Set(group.map(({ description }) => description))],
      ids: group.map(({ id }) => id),
    };
  });
}
