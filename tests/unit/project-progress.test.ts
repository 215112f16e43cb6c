import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectProgress } from '@/lib/projects/rule';

const anyPhases = fc.array(
  fc.record({ percent: fc.integer({ min: 0, max: 100 }), weight: fc.integer({ min: 1, max: 1000 }) }),
  { minLength: 1, maxLength: 40 },
);

describe("a project's progress", () => {
  test('is the weighted mean of its phases', () => {
    const phases = [
      { percent: 100, weight: 1 },
      { percent: 40, weight: 3 },
      { percent: 0, weight: 1 },
    ];
    expect(projectProgress(phases)).toBe(44);
  });

  test('counts equal phases alike and rounds half-up', () => {
    expect(projectProgress([10, 15].map((percent) => ({ percent, weight: 1 })))).toBe(13);
    expect(projectProgress([10, 15].map((percent) => ({ percent, weight: 7 })))).toBe(13);
  });

  test('is 100 exactly when all phases are, and 0 exactly when none has begun', () => {
    fc.assert(
      fc.property(anyPhases, (phases) => {
        const progress = projectProgress(phases);
        expect(progress === 100).toBe(phases.every((phase) => phase.percent === 100));
        expect(progress === 0).toBe(phases.every((phase) => phase.percent === 0));
      }),
    );
    expect(
      projectProgress([
        { percent: 100, weight: 999 },
        { percent: 99, weight: 1 },
      ]),
    ).toBe(99);
    expect(
      projectProgress([
        { percent: 0, weight: 999 },
        { percent: 1, weight: 1 },
      ]),
    ).toBe(1);
  });

  test('is a whole number between the least and the most advanced phase', () => {
    fc.assert(
      fc.property(anyPhases, (phases) => {
        const progress = projectProgress(phases);
        const percents = phases.map((phase) => phase.percent);
        expect(Number.isInteger(progress)).toBe(true);
        expect(progress).toBeGreaterThanOrEqual(Math.min(...percents));
        expect(progress).toBeLessThanOrEqual(Math.max(...percents));
      }),
    );
  });

  test('never goes back when a phase goes on', () => {
    fc.assert(
      fc.property(anyPhases, fc.nat(), fc.integer({ min: 1, max: 100 }), (phases, which, step) => {
        const further = phases.map((phase, index) =>
          index === which % phases.length ? { ...phase, percent: Math.min(100, phase.percent + step) } : phase,
        );
        expect(projectProgress(further)).toBeGreaterThanOrEqual(projectProgress(phases));
      }),
    );
  });

  test('of a project without phases is 0', () => {
    expect(projectProgress([])).toBe(0);
  });
});
