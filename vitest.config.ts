import { defineConfig } from 'vitest/config';

// An awkward one: 45 minutes off the hour, and at +13:45 in summer the day is another one than almost everywhere.
process.env.TZ = 'Pacific/Chatham';

const alias = { '@': import.meta.dirname };

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  resolve: { alias, conditions: ['react-server'] },
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          globalSetup: 'tests/support/global-setup.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
