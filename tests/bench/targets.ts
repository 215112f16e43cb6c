import { questions, type SearchedName, searched } from '@/tests/bench/searchable';
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
  /** The share that is reached on a busy machine where the goal is not (docs/performance.md has the reasons). */
  reached?: number;
  /** The page of the portal whose elements an address of the empty app draws. */
  markupOf?: string;
};

export const groups = ['pages', 'api', 'tenants', 'search'] as const;
export type Group = (typeof groups)[number];

export const client = 'jane@okafor.example';
const floor = 'empty Next app';

type Kind = Pick<Target, 'name' | 'path' | 'goal' | 'reached'>;

const page = (kind: Kind): Target => ({ on: 'portal', account: client, control: floor, ...kind });

const route = (kind: Kind): Target => ({ on: 'portal', account: client, control: 'guarded empty route', ...kind });

/** The name of a page's elements in the empty app. */
export const markupName = (path: string) => path.slice(1).replaceAll('/', '-');

const pages: Target[] = [
  { name: floor, on: 'empty', path: '/', account: null, control: null, goal: null },
  ...['/client', '/client/documents', '/client/projects'].map((of) => ({
    ...{ name: `elements of ${of}`, on: 'empty' as const, path: `/markup/${markupName(of)}`, markupOf: of },
    ...{ account: null, control: floor, goal: null },
  })),
  { ...page({ name: 'bare page', path: '/bench', goal: 0.8, reached: 0.6 }), account: null },
  page({ name: 'guarded empty page', path: '/client/bench', goal: 0.65, reached: 0.38 }),
  page({ name: 'project list', path: '/client/projects', goal: 0.5, reached: 0.26 }),
  page({ name: 'documents', path: '/client/documents', goal: 0.5, reached: 0.16 }),
  page({ name: 'dashboard', path: '/client', goal: 0.45, reached: 0.13 }),
  page({ name: 'photos', path: '/client/gallery', goal: null }),
  page({ name: 'progress', path: '/client/progress', goal: null }),
];

const api: Target[] = [
  { name: 'bare handler', on: 'portal', path: '/api/bench', account: null, control: null, goal: null },
  {
    ...{ name: 'three round trips', on: 'portal', path: '/api/bench/round-trips', account: null },
    ...{ control: 'bare handler', goal: null },
  },
  {
    ...route({ name: 'guarded empty route', path: '/api/client/bench', goal: 0.8, reached: 0.45 }),
    control: 'bare handler',
  },
  route({ name: 'API projects', path: '/api/client/projects', goal: 0.75, reached: 0.6 }),
  route({ name: 'API documents', path: '/api/client/documents', goal: 0.75, reached: 0.6 }),
  route({ name: 'API dashboard', path: '/api/client/dashboard', goal: null }),
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

/** Questions to a tenant of a million searchable records: at most 1.5 times the time of one of a thousand. */
const search: Target[] = Object.entries(questions).flatMap(([name, q]) =>
  (Object.keys(searched) as SearchedName[]).map((size) => ({
    ...{ name: `${name}, ${size}`, on: 'portal' as const, account: `admin@${size}.example` },
    path: `/api/admin/search?q=${encodeURIComponent(q)}`,
    ...{ control: size === 'million' ? `${name}, few` : null, goal: size === 'million' ? 1 / 1.5 : null },
  })),
);

export const targetsOf: Record<Group, Target[]> = { pages, api, tenants, search };
