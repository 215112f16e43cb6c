import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// 45 minutes off the hour, and far enough east that the calendar day often differs from UTC's.
process.env.TZ = 'Pacific/Chatham';

const root = import.meta.dirname;
const onDatabase = { testTimeout: 180_000, hookTimeout: 240_000 };
// Vitest leaves one core free, which on two cores is one file at a time; browsers and PostgreSQL leave room for a second.
const maxWorkers = Math.max(2, availableParallelism() - 1);

/** Files of a minute and more. Vitest begins with the largest files, and one of these begun last is waited for on one core alone. */
const long = /\/(loosened-policies|mail-killed|find-wall|time-export|imports-hours)\.test\.ts$/;

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => long.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  // The package server-only throws outside Next's own bundles.
  resolve: { alias: { '@': root, 'server-only': `${root}/node_modules/server-only/empty.js` } },
  test: {
    maxWorkers,
    sequence: { sequencer: LongFirst },
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 120_000 } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          globalSetup: 'tests/support/database/global-setup.ts',
          ...onDatabase,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/support/browser/global-setup.ts',
          sequence: { groupOrder: 1 }, // after the others, where all run at once
          maxWorkers: 2, // each with a browser, and some with a portal of their own
          ...onDatabase,
          testTimeout: 120_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
