import { describe, expect, it } from 'vitest';
import { countRefusal } from '@/lib/audit/refusal-rate';

const hour = 3_600_000;

describe('countRefusal', () => {
  it('tells 10, 100 and 1,000 within an hour, by person', () => {
    const told = Array.from({ length: 1_200 }, () => countRefusal('one', 0)).filter((count) => count !== null);
    expect(told).toEqual([10, 100, 1_000]);
    expect(countRefusal('other', 0)).toBeNull();
  });

  it('begins again after an hour', () => {
    for (let left = 9; left > 0; left--) countRefusal('late', 0);
    expect(countRefusal('late', hour)).toBeNull();
    for (let left = 8; left > 0; left--) countRefusal('late', hour + 1);
    expect(countRefusal('late', hour + 2)).toBe(10);
  });

  it('forgets the person counted longest ago beyond ten thousand', () => {
    for (let left = 9; left > 0; left--) countRefusal('first', 0);
    for (let index = 0; index < 10_000; index++) countRefusal(`person ${index}`, 0);
    expect(countRefusal('first', 0)).toBeNull();
  });
});
