import { z } from 'zod';
import { isVisible } from '@/lib/visible';

// The fields of forms that browsers check too; apart from lib/fields.ts, whose libraries stay on the server.

/**
 * The id of a record in an input. Lower case, as in the database, so that comparisons of ids as text (such as the check for
 * the actor's own account) are exact.
 */
export const recordId = (unknown?: string) => z.uuid(unknown).toLowerCase();

/** Characters that change the reading order of the following text (UAX #9) and so could disguise a name. */
const overrides = /[\u202a-\u202e\u2066-\u2069]/gu;

/** The text in one normal form (NFC), so that equal texts are equal; empty where it shows nothing. */
const readable = (value: string) => (isVisible(value) ? value.normalize('NFC').trim() : '');

/** One line with something to see, without blanks around it. Line breaks and control characters in it become blanks. */
export const line = (maximum = 200) =>
  z
    .string()
    .overwrite((value) => readable(value.replace(overrides, '').replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')))
    .min(1)
    .max(maximum);

/** A longer text with something to see; line breaks are kept. */
export const text = (maximum = 10_000) => z.string().overwrite(readable).min(1).max(maximum);
