import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

type Package = { version: string; optionalDependencies?: Record<string, string> };

// A registry that lacks another platform's package makes `npm install` leave it out of the lock file without a word,
// and then `npm ci`, and with it every fresh clone, refuses that file.
test('the lock file names the packages of every platform', async () => {
  const { packages }: { packages: Record<string, Package> } = JSON.parse(await readFile('package-lock.json', 'utf8'));
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
    .filter((name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)));
  expect(missing).toEqual([]);
});
