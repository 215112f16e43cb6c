import { type SizeName, sizes } from '@/tests/bench/tenants';

/** An address under measurement. The control is the target that it is compared with. */
export type Target = {
  name: string;
  on: 'portal' | 'empty';
  path: string;
  account: string | null;
  control: string | null;
  /** The least share of the control's requests per second. */
  goal: number | null;
};

export const groups = ['pages', 'api', 'tenants'] as const;
export type Group = (typeof groups)[number];

const client = 'jane@okafor.example';
const floor = 'empty Next app';

const page = (name: string, path: string, goal: number | null): Target => ({
  ...{ name, on: 'portal', path, account: client, control: floor, goal },
});

const route = (name: string, path: string, goal: number | null): Target => ({
  ...{ name, on: 'portal', path, account: client, control: 'guarded empty route', goal },
});

const pages: Target[] = [
  { name: floor, on: 'empty', path: '/', account: null, control: null, goal: null },
  { ...page('bare page', '/bench', 0.8), account: null },
  page('guarded empty page', '/client/bench', 0.65),
  page('project list', '/client/projects', 0.5),
  page('documents', '/client/documents', 0.5),
  page('dashboard', '/client', 0.45),
  page('photos', '/client/gallery', null),
  page('progress', '/client/progress', null),
];

const api: Target[] = [
  { name: 'bare handler', on: 'portal', path: '/api/bench', account: null, control: null, goal: null },
  { ...route('guarded empty route', '/api/client/bench', 0.8), control: 'bare handler' },
  route('API projects', '/api/client/projects', 0.75),
  route('API documents', '/api/client/documents', 0.75),
  route('API dashboard', '/api/client/dashboard', null),
];

/** Addresses of the team that a tenant's size must not slow down: big over small, at most 1.10 times the time. */
const lists = [
  '/admin',
  '/admin/documents',
  '/admin/documents?status=published',
  '/admin/documents?view=board',
  '/admin/documents?search=north',
  '/admin/documents?search=needle',
  '/admin/projects',
  '/admin/projects?search=needle',
  '/admin/clients',
  '/admin/clients?search=needle',
  '/admin/users',
  '/admin/users?search=needle',
  '/admin/gallery',
];

const nameOf = (path: string, size: SizeName) => `${path}, ${size} tenant`;

const tenants: Target[] = lists.flatMap((path) =>
  (Object.keys(sizes) as SizeName[]).map((size) => ({
    ...{ name: nameOf(path, size), on: 'portal' as const, path, account: `admin@${size}.example` },
    ...{ control: size === 'big' ? nameOf(path, 'small') : null, goal: size === 'big' ? 1 / 1.1 : null },
  })),
);

export const targetsOf: Record<Group, Target[]> = { pages, api, tenants };
