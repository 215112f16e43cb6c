// Runs all checks from a fresh clone: npm test, or some of them: npm test -- unit browser
// All steps run even when one fails. The last line is the total: types and lint count as one check each, tests individually.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { installWhenStale, root, runThrough } from './launch/install.mjs';

const steps = {
  types: () => asOne(['node_modules/next/dist/bin/next', 'typegen'], ['node_modules/typescript/bin/tsc', '--noEmit']),
  lint: () => asOne(['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']),
  unit: () => testByTest('unit'),
  integration: () => testByTest('integration'),
  browser: () => testByTest('browser'),
  bench: () => asOne(['--conditions=react-server', '--import', 'tsx', 'tests/bench/run.ts', '--quick', '--check']),
};

const total = { passed: 0, failed: 0 };
const failures = [];
try {
  const chosen = chooseSteps(process.argv.slice(2));
  await installWhenStale();
  if (!(await succeeds('node_modules/prisma/build/index.js', 'generate'))) throw new Error('prisma generate failed');
  for (const name of chosen) {
    console.log(`\n── ${name} ──`);
    const { passed, failed, names = [] } = await steps[name]();
    total.passed += passed;
    total.failed += failed;
    failures.push(...(failed > 0 && names.length === 0 ? [name] : names));
  }
} catch (error) {
  console.error(`oriel: ${error.message}`);
  total.failed += 1;
}
// Once more at the end: the output of a step is long, and a log may be cut.
for (const failure of failures) console.log(`\nFAILED ${failure}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

function chooseSteps(names) {
  const unknown = names.filter((name) => !Object.hasOwn(steps, name));
  if (unknown.length > 0)
    throw new Error(`there is no step called ${unknown.join(', ')}; there are ${Object.keys(steps).join(', ')}`);
  // The bench takes a build of its own and minutes of both cores: it is asked for by its name.
  return Object.keys(steps).filter((name) => (names.length === 0 ? name !== 'bench' : names.includes(name)));
}

function succeeds(...command) {
  return runThrough(process.execPath, command, { env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } }).then(
    (code) => code === 0,
  );
}

async function asOne(...commands) {
  for (const command of commands) if (!(await succeeds(...command))) return { passed: 0, failed: 1 };
  return { passed: 1, failed: 0 };
}

async function testByTest(project) {
  const folder = await mkdtemp(join(tmpdir(), 'oriel-results-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ok = await succeeds(
    'node_modules/vitest/vitest.mjs',
    'run',
    '--root',
    root,
    '--project',
    project,
    ...reporters,
  );
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    testResults = [],
  } = JSON.parse(await readFile(report, 'utf8').catch(() => '{}'));
  await rm(folder, { recursive: true });
  // A file that fails to load has no failed test, so it counts as one failure; so does an aborted run.
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = numFailedTests + unloaded.length;
  const names = [
    ...testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter((test) => test.status === 'failed')
        .map((test) => describeFailure(name, test.fullName, test.failureMessages[0])),
    ),
    ...unloaded.map(({ name, message }) => describeFailure(name, 'does not load', message)),
  ];
  return { passed: numPassedTests, failed: ok ? failed : Math.max(failed, 1), names };
}

function describeFailure(file, test, message = '') {
  return `${relative(root, file)}: ${test}\n  ${message.slice(0, 400).split('\n').slice(0, 6).join('\n  ')}`;
}
