import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Lock = { packages: Record<string, { version?: string; resolved?: string }> };
type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string> };

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8'));
const lock = read<Lock>('package-lock.json');
const { dependencies, devDependencies } = read<Manifest>('package.json');

const parts = (version: string) => version.split('-', 1).join().split('.').map(Number);

function atLeast(version: string, floor: string): boolean {
  const [given, least] = [parts(version), parts(floor)];
  const differing = least.findIndex((part, index) => given[index] !== part);
  return differing === -1 || (given[differing] ?? 0) > (least[differing] ?? 0);
}

describe('dependencies', () => {
  // Minimum versions with the security fixes that affect the portal.
  it.each([
    ['next', '16.4.5'],
    ['react', '19.2.6'],
    ['react-dom', '19.2.6'],
    ['next-auth', '4.24.15'],
    ['sharp', '0.35.5'],
    ['effect', '3.20.0'],
  ])('every installed %s is %s or newer', (name, floor) => {
    const installed = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
    expect(installed.length).toBeGreaterThan(0);
    for (const [, { version = '0' }] of installed) expect(atLeast(version, floor), `${name}@${version}`).toBe(true);
  });

  it('have pg below 9, which refuses what version 8 queues, and one copy of it', () => {
    expect(dependencies.pg).toMatch(/^8\.\d+\.\d+$/);
    const installed = Object.entries(lock.packages).filter(([path]) => path.endsWith('node_modules/pg'));
    expect(installed.map(([, { version }]) => version)).toEqual([dependencies.pg]);
  });

  it('are pinned to one version each', () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, range]) => !/^\d/.test(range));
    expect(loose).toEqual([]);
  });

  it('Prisma’s parts are of one release', () => {
    const { prisma, ...rest } = dependencies;
    expect([rest['@prisma/client'], rest['@prisma/adapter-pg'], rest['@prisma/driver-adapter-utils']]).toEqual([
      prisma,
      prisma,
      prisma,
    ]);
    expect(rest['@prisma/schema-engine-wasm']?.startsWith(`${prisma}-`)).toBe(true);
  });

  it('come from the npm registry and nowhere else', () => {
    const elsewhere = Object.values(lock.packages).filter(
      ({ resolved }) => resolved && !resolved.startsWith('https://registry.npmjs.org/'),
    );
    expect(elsewhere).toEqual([]);
  });
});
