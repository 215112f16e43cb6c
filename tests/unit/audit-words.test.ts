import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { catalogue, type EventName } from '@/lib/events/catalogue';
import { en } from '@/lib/i18n/messages/en';

const { events, records, fields } = en.audit as unknown as Record<string, Record<string, unknown>>;
const names = Object.keys(catalogue) as EventName[];

/** Facts that are ids, which the trail does not show, or that the amount shows. */
const unseen = /(?:Id|Ids)$|^currency$/;

describe('the audit trail says in words', () => {
  it.each(names)('%s', (name) => {
    const [noun = '', verb = ''] = name.split('.');
    expect((events?.[noun] as Record<string, string> | undefined)?.[verb]).toMatch(/^\p{Lu}/u);
    expect(records?.[catalogue[name].record]).toBeDefined();
    const facts = Object.keys((catalogue[name].facts as z.ZodObject).shape);
    expect(facts.filter((fact) => !unseen.test(fact) && !Object.hasOwn(fields ?? {}, fact))).toEqual([]);
  });
});
