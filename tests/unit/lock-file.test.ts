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

// A registry that lacks another platform's package makes `npm install` leave it out of the lock file without a word,
// and then `npm ci`, and with it every fresh clone, refuses that file.
test('the lock file names the packages of every platform', () => {
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
    .filter((name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)));
  expect(missing).toEqual([]);
});

// npm runs a package without a hash as the registry or a mirror sends it. A bundled one lies in the archive of another.
test('the lock file has a SHA-512 hash of every package', () => {
  const unchecked = Object.entries(packages)
    .filter(([path, { link, inBundle }]) => path !== '' && !link && !inBundle)
    .flatMap(([path, { integrity }]) => (/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '') ? [] : [path]));
  expect(unchecked).toEqual([]);
});
