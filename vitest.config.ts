import { defineConfig } from 'vitest/config';

// An awkward one: 45 minutes off the hour, and far enough east that the day is often another one than in UTC.
process.env.TZ = 'Pacific/Chatham';

const root = import.meta.dirname;
const onDatabase = { testTimeout: 30_000, hookTimeout: 120_000 };

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  // The package server-only throws outside Next's own bundles.
  resolve: { alias: { '@': root, 'server-only': `${root}/node_modules/server-only/empty.js` } },
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 30_000 } },
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
          fileParallelism: false,
          ...onDatabase,
          testTimeout: 60_000,
        },
      },
    ],
  },
});
