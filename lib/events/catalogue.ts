import type { z } from 'zod';
import { documentEvents } from '@/lib/events/catalogue/documents';
import { exportEvents } from '@/lib/events/catalogue/exports';
import { guestEvents } from '@/lib/events/catalogue/guests';
import { identityEvents } from '@/lib/events/catalogue/identity';
import { importEvents } from '@/lib/events/catalogue/imports';
import { moneyEvents } from '@/lib/events/catalogue/money';
import { photoEvents } from '@/lib/events/catalogue/photos';
import { projectEvents } from '@/lib/events/catalogue/projects';
import { supportEvents } from '@/lib/events/catalogue/support';
import { tenancyEvents } from '@/lib/events/catalogue/tenancy';
import { timeEvents } from '@/lib/events/catalogue/time';
import { updateEvents } from '@/lib/events/catalogue/updates';

/** All events by name: `noun.verb`, the verb in the past tense. The audit trail stores the name. */
export const catalogue = {
  ...identityEvents,
  ...tenancyEvents,
  ...projectEvents,
  ...documentEvents,
  ...photoEvents,
  ...moneyEvents,
  ...timeEvents,
  ...updateEvents,
  ...supportEvents,
  ...guestEvents,
  ...exportEvents,
  ...importEvents,
};

export type EventName = keyof typeof catalogue;

/**
 * An event as a command records it: the id of its record and the facts of its kind. `was` is the record before a change, of which the
 * trail keeps the values of the facts that differ and nothing else.
 */
export type EventOf<Name extends EventName> = Name extends EventName
  ? { name: Name; recordId: string; facts: z.input<(typeof catalogue)[Name]['facts']>; was?: object }
  : never;

export type AnyEvent = EventOf<EventName>;
