import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pageFilter } from '@/lib/doors/page';
import { AppError } from '@/lib/errors';
import { line, text } from '@/lib/fields';
import { parseInput } from '@/lib/forms/validation';

const schema = z.strictObject({ name: z.string().optional(), list: z.array(z.string()).optional() });

function refusal(input: unknown): unknown {
  try {
    return parseInput(schema, input);
  } catch (error) {
    return error instanceof AppError && error.fields;
  }
}

describe('a text that the database cannot keep', () => {
  it.each(['a\0b', 'a\ud800b', '\udc00'])('%j is a wrong value of its field', (text) => {
    expect(refusal({ name: text })).toEqual({ name: [{ key: 'invalid' }] });
    expect(refusal({ list: ['fine', text] })).toEqual({ list: [{ key: 'invalid' }] });
  });

  it('is passed over in the address of a page', async () => {
    expect(await pageFilter(schema, Promise.resolve({ name: '\0' }))).toEqual({});
  });

  it('is not one with a whole pair in it', () => {
    expect(refusal({ name: 'a🏡b' })).toEqual({ name: 'a🏡b' });
  });
});

/** Texts of which nothing is seen: zero-width, blank, direction, filler, variation, half a letter. */
const invisible = [
  '',
  ' ',
  '\u0085',
  '\u001c\t',
  '\u200b',
  '\ufeff \u2060',
  '\u202e\u2066',
  '\u00ad',
  '\u3164\uffa0',
  '\u115f',
  '\u2800',
  '\u180e',
  '\ufe0f',
  '\u{e0020}',
  '\u0308',
  '\u2028',
];

describe('a line', () => {
  it('keeps its words apart where it was broken', () => {
    expect(line().parse(' Jane\r\nOkafor\u2028\t\u001b[1m ')).toBe('Jane Okafor [1m');
  });

  it.each(invisible)('%j says nothing, on one line or several', (shown) => {
    expect(line().safeParse(shown).success).toBe(false);
    expect(text().safeParse(`${shown}\n${shown}`).success).toBe(false);
  });

  it.each(['🏡', '基礎', '1', '—', '👷🏽‍♀️', '♥️', 'نقشه‌ها', '.'])('%j says something and stays', (shown) => {
    expect(line().parse(shown)).toBe(shown);
    expect(text().parse(`${shown}\n\n${shown}`)).toBe(`${shown}\n\n${shown}`);
  });

  it('has one form, whatever the keyboard sends', () => {
    for (const field of [line(), text()]) expect(field.parse('Mu\u0308ller')).toBe('M\u00fcller');
    expect(line().parse('u\u2066\u0308')).toBe('\u00fc');
  });
});
