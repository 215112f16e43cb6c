import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { instant } from '@/lib/dates';
import { listOrder } from '@/lib/paging';

const files = import.meta.glob<Record<string, unknown>>('/lib/**/{schemas,*-form,tokens,sessions}.ts', { eager: true });

/** Every input: the exported strict objects, whose unknown fields are errors. An answer is not strict. */
const inputs = Object.entries(files).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, schema]) =>
    schema instanceof z.ZodObject && schema.def.catchall ? [{ name: `${file} ${name}`, shape: schema.shape }] : [],
  ),
);

const accepts = (field: z.ZodType, value: unknown) => field.safeParse(value).success;
const texts = ['abc', 'lantern over water'];
const outside = ['0999-06-01', '1899-12-31', '2200-01-01', '9999-12-31'];

/** The fields that take a date or an instant and nothing else. */
function fieldsThatTake(example: string) {
  return inputs.flatMap(({ name, shape }) =>
    Object.entries<z.ZodType>(shape)
      .filter(([, field]) => accepts(field, example) && !texts.some((text) => accepts(field, text)))
      .map(([key, field]) => [`${name}.${key}`, field] as const),
  );
}

describe('every input bounds its dates to the years 1900 to 2199', () => {
  const days = fieldsThatTake('2026-06-01');
  const instants = fieldsThatTake('2026-06-01T00:00:00Z');

  test('there are some of both', () => {
    expect(days.map(([name]) => name)).toContain('/lib/projects/schemas.ts createProjectInput.startsOn');
    expect(instants.map(([name]) => name)).toContain('/lib/gallery/schemas.ts changePhotoInput.takenAt');
  });

  test.each(days)('%s', (_, field) => {
    for (const day of ['1900-01-01', '2199-12-31']) expect(accepts(field, day)).toBe(true);
    for (const day of outside) expect(accepts(field, day)).toBe(false);
  });

  test.each(instants)('%s', (_, field) => {
    for (const day of ['1900-01-01', '2199-12-31']) expect(accepts(field, `${day}T12:00:00Z`)).toBe(true);
    for (const day of outside) expect(accepts(field, `${day}T12:00:00Z`)).toBe(false);
  });
});

test('an instant is bounded in UTC, whatever its offset', () => {
  expect(accepts(instant, '1900-01-01T00:30:00+01:00')).toBe(false);
  expect(accepts(instant, '2199-12-31T23:30:00-01:00')).toBe(false);
  expect(accepts(instant, '2200-01-01T00:30:00+01:00')).toBe(true);
});

test.each(outside)('a cursor at an instant of %s is none', (day) => {
  const order = listOrder('Photo', 'photos', [
    { column: 'takenAt', kind: 'instant', nulls: 'last' },
    { column: 'id', kind: 'id' },
  ]);
  const id = '01900000-0000-7000-8000-000000000000';
  const cursorAt = (text: string) => {
    const rows = [0, 1].map(() => ({ id, takenAt: new Date(`${text}T00:00:00Z`) }));
    return order.page(rows, { limit: 1 }).nextCursor ?? '';
  };
  expect(order.accepts(cursorAt('2026-06-01'))).toBe(true);
  expect(order.accepts(cursorAt(day))).toBe(false);
});
