import type { PhaseDetail } from '@/lib/projects/phases/schemas';

/** The fields of a phase in the grid, as its form sends them. */
export const phaseFields = [
  'name',
  'percent',
  'plannedStartOn',
  'plannedEndOn',
  'status',
  'actualStartOn',
  'actualEndOn',
  'weight',
  'key',
  'reason',
  'reasonNote',
] as const;

export type PhaseField = (typeof phaseFields)[number];
export type PhaseValues = Record<PhaseField, string>;

/** The values that the fields show. */
export function valuesOf(phase: PhaseDetail): PhaseValues {
  // Why dates move belongs to a change, not to the phase.
  const shown = { ...phase, reason: '', reasonNote: '' };
  const texts = phaseFields.map((field) => [field, String(shown[field] ?? '')]);
  // Every field is in the list.
  return Object.fromEntries(texts) as PhaseValues;
}

export const sameValues = (one: PhaseValues, other: PhaseValues | null): boolean =>
  other !== null && phaseFields.every((field) => one[field] === other[field]);

/**
 * The values of a row whose phase now is `after`: what was typed since stays, and what is as it was `before` or as it was
 * `sent` follows the phase.
 */
export function followPhase(
  typed: PhaseValues,
  { before, sent, after }: { before: PhaseValues; sent: PhaseValues | null; after: PhaseValues },
): PhaseValues {
  const texts = phaseFields.map((field) => {
    const untouched = typed[field] === before[field] || typed[field] === sent?.[field];
    return [field, untouched ? after[field] : typed[field]];
  });
  return Object.fromEntries(texts) as PhaseValues;
}
