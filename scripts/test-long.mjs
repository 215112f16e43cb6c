// Runs the property tests with their full numbers, which take hours: npm run test:long. A number as argument replaces that of the
// histories of an account.
import { installWhenStale, root, runThrough } from './launch/install.mjs';

const [histories = '10000'] = process.argv.slice(2);
const files = [
  'tests/integration/money-model.test.ts',
  'tests/unit/printed-xml.test.ts',
  'tests/unit/printed-figures.test.tsx',
  'tests/unit/invoice-totals.test.ts',
  'tests/integration/time-export.test.ts',
  'tests/integration/time-libreoffice.test.ts',
  'tests/unit/export-large.test.ts',
  'tests/integration/business-large.test.ts',
  'tests/integration/find-many.test.ts',
];

await installWhenStale();
const command = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--root',
  root,
  '--project',
  'unit',
  '--project',
  'integration',
];
process.exit(
  await runThrough(process.execPath, [...command, ...files], {
    env: {
      ...process.env,
      ...{
        ORIEL_MODEL_RUNS: histories,
        ORIEL_XML_RUNS: '300',
        ORIEL_TOTALS_RUNS: '100000',
        ORIEL_EXPORT_ROWS: '1000000',
        ORIEL_ARCHIVE_BYTES: String(5 * 1024 ** 3),
        ORIEL_SEARCH_ROWS: '200000',
      },
    },
  }),
);
