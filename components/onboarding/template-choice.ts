import type { SeenPhase } from '@/lib/onboarding/schemas';

/** What the browser knows of a template, by its value in the form (`built-in:house`): its phases, or in words what they are. */
export type TemplateChoice = {
  value: string;
  phases: readonly { name: string; days: number | null }[];
  note?: string;
};

const dayInMilliseconds = 86_400_000;

/**
 * The phases with their dates, one after the other from `startsOn`, as the server lays them out
 * (lib/projects/templates/rule.ts, whose calendar stays on the server). Without dates for a start that is no date.
 */
export function laidOut(phases: TemplateChoice['phases'], startsOn: string): SeenPhase[] {
  let next = Date.parse(`${startsOn}T00:00:00Z`);
  return phases.map(({ name, days }) => {
    if (days === null || Number.isNaN(next)) return { name, plannedStartOn: null, plannedEndOn: null };
    const [from, until] = [next, next + (days - 1) * dayInMilliseconds];
    next += days * dayInMilliseconds;
    return { name, plannedStartOn: dayOf(from), plannedEndOn: dayOf(until) };
  });
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
