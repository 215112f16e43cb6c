import { z } from 'zod';
import type { Choices } from '@/lib/choices';
import { recordId, text } from '@/lib/fields';

export const startTimerInput = z.strictObject({
  projectId: recordId('unknownProject'),
  description: text(2000),
  billable: z.boolean(),
});

/** `minutes` as people type them, where the timer ran on by mistake; without it the time that passed. */
export const stopTimerInput = z.strictObject({ minutes: z.string().trim().max(40).nullish() });

export const noInput = z.strictObject({});

export type StartTimerInput = z.output<typeof startTimerInput>;

/** The running timer of a person. */
export type RunningTimer = {
  projectId: string;
  projectName: string;
  description: string;
  billable: boolean;
  startedAt: Date;
};

/** What the forms of hours offer: projects, people, and the project of the caller's last entry. */
export type HourChoices = {
  /** The newest projects, the chosen one and that of the last entry, by name. */
  projects: Choices;
  /** The people of the business by name; for staff themselves alone, because the wall shows them nobody else. */
  people: { id: string; name: string }[];
  lastProjectId: string | null;
  timer: RunningTimer | null;
};
