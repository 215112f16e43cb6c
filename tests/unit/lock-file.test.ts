import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

type Package = {
  version: string;
  integrity?: string;
  link?: boolean;
  inBundle?: boolean;
  optionalDependencies?: Record<string, string>;
};

const { packages }: { packages: Record<string, Package> } = JSON.parse(await readFile('package-lock.json', 'utf8'));

// When the registry lacks a package of another platform, `npm install` silently omits it from the lock file, and `npm ci`
// then fails in every fresh clone.
test('the lock file names the packages of every platform', () => {
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
    .filter((name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)));
  expect(missing).toEqual([]);
});

// npm does not verify a package without a hash. A bundled package is part of another package's archive.
test('the lock file has a SHA-512 hash of every package', () => {
  const unchecked = Object.entries(packages)
    .filter(([path, { link, inBundle }]) => path !== '' && !link && !inBundle)
    .flatMap(([path, { integrity }]) => (/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '') ? [] : [path]));
  expect(unchecked).toEqual([]);
});
