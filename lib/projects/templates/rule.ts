import { addDays } from '@/lib/dates';
import { type Day, daysBetween } from '@/lib/format';

/** Phase by phase: the key of its name in the catalogue `templates.phase`, its weight, and its duration in calendar days. */
const builtIn = {
  house: [
    ['planning', 2, 60],
    ['foundations', 3, 45],
    ['shell', 4, 70],
    ['roof', 3, 35],
    ['services', 3, 45],
    ['plaster', 2, 40],
    ['finishes', 3, 50],
    ['handover', 1, 10],
  ],
  renovation: [
    ['survey', 1, 21],
    ['stripOut', 1, 14],
    ['structure', 3, 28],
    ['services', 2, 28],
    ['plaster', 2, 21],
    ['bathrooms', 2, 21],
    ['decoration', 2, 21],
    ['handover', 1, 7],
  ],
  fitOut: [
    ['survey', 1, 14],
    ['approvals', 1, 28],
    ['stripOut', 1, 7],
    ['partitions', 2, 21],
    ['services', 3, 28],
    ['decoration', 2, 14],
    ['furniture', 2, 10],
    ['handover', 1, 5],
  ],
  kitchen: [
    ['measuring', 1, 14],
    ['ordering', 2, 42],
    ['stripOut', 1, 3],
    ['services', 2, 5],
    ['walls', 1, 5],
    ['fitting', 3, 5],
    ['worktops', 2, 7],
    ['handover', 1, 2],
  ],
  loft: [
    ['planning', 2, 56],
    ['floorStructure', 3, 21],
    ['dormer', 3, 21],
    ['stairs', 1, 7],
    ['services', 2, 14],
    ['plaster', 2, 14],
    ['decoration', 2, 14],
    ['handover', 1, 3],
  ],
  brand: [
    ['discovery', 1, 14],
    ['positioning', 1, 14],
    ['concepts', 2, 21],
    ['design', 3, 28],
    ['guidelines', 2, 14],
    ['rollOut', 2, 28],
  ],
  website: [
    ['discovery', 1, 10],
    ['contentPlan', 1, 14],
    ['design', 2, 21],
    ['build', 3, 28],
    ['content', 2, 14],
    ['testing', 1, 7],
    ['launch', 1, 3],
  ],
} as const satisfies Record<string, readonly (readonly [name: string, weight: number, days: number])[]>;

export type BuiltInTemplate = keyof typeof builtIn;
/** The key of a phase's name in the catalogue. */
export type BuiltInPhase = (typeof builtIn)[BuiltInTemplate][number][0];

// Object.keys has the names that `builtIn` declares.
export const builtInTemplates = Object.keys(builtIn) as BuiltInTemplate[];

/** A phase before it is laid out. `days` counts calendar days, the first and the last included. */
type Outline = { name: string; weight: number; days: number | null };

/** The phases of a built-in template, named by `nameOf`. */
export function builtInPhases(template: BuiltInTemplate, nameOf: (phase: BuiltInPhase) => string): Outline[] {
  return builtIn[template].map(([name, weight, days]) => ({ name: nameOf(name), weight, days }));
}

/** Where the phases come from: the key of a built-in template, the id of one of the business, or that of a project. */
export type TemplateSource =
  | { kind: 'built-in'; key: BuiltInTemplate }
  | { kind: 'own'; id: string }
  | { kind: 'project'; id: string };

/** Reads `built-in:house`, `own:<id>` or `project:<id>`. Null for any other text. */
export function templateSource(text: string): TemplateSource | null {
  const [, kind, rest = ''] = /^(built-in|own|project):(.+)$/.exec(text) ?? [];
  if (kind === 'built-in') {
    const key = builtInTemplates.find((name) => name === rest);
    return key ? { kind, key } : null;
  }
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(rest);
  return isId && (kind === 'own' || kind === 'project') ? { kind, id: rest } : null;
}

export const isTemplateName = (text: string): boolean => templateSource(text) !== null;

type Planned = { plannedStartOn: Day | null; plannedEndOn: Day | null };

/** The duration of a phase in calendar days, both ends included, ten years at most. Null without both planned dates. */
export function daysOf({ plannedStartOn, plannedEndOn }: Planned): number | null {
  if (!plannedStartOn || !plannedEndOn) return null;
  return Math.min(3650, daysBetween(plannedStartOn, plannedEndOn) + 1);
}

/** Lays phases one after the other: each begins the day after the one before. A phase without a duration gets no dates. */
export function layOut(phases: readonly Outline[], startsOn: Day): { name: string; weight: number; dates: Planned }[] {
  let next = startsOn;
  return phases.map(({ name, weight, days }) => {
    if (days === null) return { name, weight, dates: { plannedStartOn: null, plannedEndOn: null } };
    const dates = { plannedStartOn: next, plannedEndOn: addDays(next, days - 1) };
    next = addDays(next, days);
    return { name, weight, dates };
  });
}

/** The day after the last planned end. Null where no phase has one. */
export function dayAfter(phases: readonly { plannedEndOn: Day | null }[]): Day | null {
  const ends = phases.flatMap(({ plannedEndOn }) => plannedEndOn ?? []).sort();
  const last = ends.at(-1);
  return last ? addDays(last, 1) : null;
}
