import { join } from 'node:path';
import { NextRequest } from 'next/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { UserType } from '@/lib/authz/actor';
import * as guards from '@/lib/authz/guards';
import type { RouteHandler } from '@/lib/doors/facts';
import { testDatabase } from '@/tests/support/database/database';
import { createSuperAdmin } from '@/tests/support/factories/identity';
import { testStorage } from '@/tests/support/files/storage';
import { createTenantFixture } from '@/tests/support/fixtures/tenant-with-clients';
import { tokenFor } from '@/tests/support/identity/sign-in';
import { sourceFiles } from '@/tests/support/source/files';

const { owner } = await testDatabase();
await testStorage();

/** Handlers without a door, and doors without a guard, each with the reason. */
const open: Record<string, string> = {
  'app/api/[...unknown]/route.ts': 'tells everybody that there is no such address',
  'app/api/auth/[...nextauth]/route.ts': 'next-auth answers here, with its own origin check and the throttle',
  'app/api/stop-mails/[token]/route.ts': 'mail programs post here: the secret in the address proves the person',
  'app/api/auth/token/route.ts': 'trades a password for a token, so its caller has no identity yet',
  'app/api/docs/route.ts': 'describes the API and holds no data',
  'app/api/openapi.json/route.ts': 'describes the API and holds no data',
  'app/api/calendar/[token]/route.ts': 'calendars send no header: the token in the address proves the person',
  'app/api/health/route.ts': 'monitors have no identity',
  'app/(auth)/sign-in/[business]/logo/route.ts': 'the face of a business is public',
  'app/guest/files/credit-notes/[id]/route.ts': 'the cookie of a guest pass proves its holder, who is no user',
  'app/guest/files/documents/[id]/route.ts': 'the cookie of a guest pass proves its holder, who is no user',
  'app/guest/files/invoices/[id]/route.ts': 'the cookie of a guest pass proves its holder, who is no user',
  'app/guest/files/photos/[id]/[variant]/route.ts': 'the cookie of a guest pass proves its holder, who is no user',
  'app/showcase/[tenant]/logo/route.ts': 'an open showcase is public',
  'app/showcase/[tenant]/photos/[id]/[variant]/route.ts': 'an open showcase is public',
};

const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];
const root = join(import.meta.dirname, '../..');
const routeFiles = sourceFiles()
  .map(({ path }) => path)
  .filter((path) => /^app\/.*route\.ts$/.test(path));

type Route = { title: string; path: string; method: string; handler: RouteHandler };

const routes: Route[] = [];
for (const path of routeFiles) {
  const exported = Object.entries((await import(join(root, path))) as Record<string, RouteHandler>);
  for (const [method, handler] of exported)
    if (methods.includes(method)) routes.push({ title: `${method} ${path}`, path, method, handler });
}
const guarded = routes.filter(({ handler }) => handler.door?.guard);

/** The status of a request without a body; every id in its path belongs to no record. */
async function statusOf({ path, method, handler }: Route, token: string | null): Promise<number> {
  const params = Object.fromEntries([...path.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => [name, partOf(name)]));
  const request = new NextRequest('http://localhost:3000/api/test', {
    method,
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });
  return (await handler(request, { params: Promise.resolve(params) })).status;
}

const partOf = (name: string) => (name === 'variant' ? 'full' : '0199d3c1-0000-7000-8000-000000000000');

describe('every route handler on disk', () => {
  it('is made by a door with a guard, or is open for a reason', () => {
    expect(routes.length).toBeGreaterThan(50);
    const unguarded = routes.filter((route) => !guarded.includes(route)).map(({ path }) => path);
    expect([...new Set(unguarded)].sort()).toEqual(Object.keys(open).sort());
  });

  it.each(guarded)('$title names its guard', ({ handler }) => {
    const known: Record<string, unknown> = guards;
    const { facts } = known[handler.door.guard?.name ?? ''] as { facts: unknown };
    expect(facts).toBe(handler.door.guard);
  });

  it.each(guarded)('$title says truly what it does and answers', ({ method, handler }) => {
    const { kind, envelope, output, status, summary, takesFiles, takesKey = false } = handler.door;
    expect(summary).toMatch(/^[A-Z].+\.$/);
    expect(['read', 'file'].includes(kind)).toBe(method === 'GET');
    expect(takesFiles !== undefined).toBe(kind === 'upload');
    // A retry of a creation or an upload must not double the record.
    if (kind === 'upload' || status === 201) expect(takesKey).toBe(true);
    expect(envelope === 'file').toBe(kind === 'file');
    expect(envelope === 'none').toBe(status === 204);
    expect(envelope).not.toBe('bare');
    const { shape } = output as z.ZodObject;
    if (envelope === 'list') {
      expect(shape.data).toBeInstanceOf(z.ZodArray);
      expect(shape.nextCursor?.safeParse(null).success).toBe(true);
    }
    if (envelope === 'record') {
      expect(Object.keys(shape)).toEqual(['data']);
      expect(shape.data).not.toBeInstanceOf(z.ZodArray);
    }
  });
});

describe('the access matrix of the doors', () => {
  const tokens = {} as Record<UserType, string>;
  const userTypes: UserType[] = ['client', 'staff', 'admin', 'super_admin'];

  beforeAll(async () => {
    const { admin, staff, person } = await createTenantFixture(owner);
    const operator = await createSuperAdmin(owner);
    Object.assign(tokens, { client: person.token, staff: staff.token, admin: admin.token });
    tokens.super_admin = await tokenFor(owner, operator.email);
  });

  it.each(guarded)('$title refuses a caller without a session', async (route) => {
    expect(await statusOf(route, null)).toBe(401);
    expect(await statusOf(route, 'oriel_forged')).toBe(401);
  });

  it.each(guarded)('$title admits the user types of its guard and no other', async (route) => {
    const admits = route.handler.door.guard?.admits ?? [];
    for (const userType of userTypes) {
      const status = await statusOf(route, tokens[userType]);
      if (admits.includes(userType)) expect([401, 403, 500], userType).not.toContain(status);
      else expect(status, userType).toBe(403);
    }
  });
});
