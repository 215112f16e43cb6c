import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { Prisma } from '@/lib/db/generated/client';
import { actionName, routeName } from '@/lib/doors/door-name';
import { requestIdOf } from '@/lib/http/request-id';
import { logTo } from '@/lib/log';
import { loggedError } from '@/lib/logged-error';

const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

describe('a line of the log', () => {
  it('is JSON with the level in words, the time in UTC and the error described', () => {
    const lines: string[] = [];
    const log = logTo({ write: (line) => void lines.push(line) }, 'warn');
    log.info('too quiet');
    log.error({ door: 'GET /x', err: new TypeError('broken', { cause: new Error('inside') }) }, 'unexpected error');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^[^\n]+\n$/);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 'error',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      door: 'GET /x',
      err: {
        ...{ type: 'TypeError', message: 'broken', stack: expect.stringMatching(/^\s+at /) },
        cause: { type: 'Error', message: 'inside', stack: expect.any(String) },
      },
      msg: 'unexpected error',
    });
  });
});

describe('an error in the log', () => {
  const secret = 'anna@example.com';
  const cause = { kind: 'postgres', originalCode: '23505', originalMessage: `Key (email)=(${secret}) already exists` };

  it('of Prisma holds its codes and names, and nothing of a row or a parameter', () => {
    const meta = { modelName: 'User', driverAdapterError: { name: 'DriverAdapterError', cause } };
    const error = new Prisma.PrismaClientKnownRequestError(`Invalid invocation: ${JSON.stringify({ email: secret })}`, {
      ...{ code: 'P2010', clientVersion: '7', meta },
    });
    const { stack, ...facts } = loggedError(error);
    expect(facts).toEqual({
      ...{ type: 'PrismaClientKnownRequestError', code: 'P2010', modelName: 'User' },
      ...{ kind: 'postgres', originalCode: '23505' },
    });
    expect(stack).toContain('log.test.ts');
    expect(stack).not.toContain(secret);
  });

  it.each([
    ['of Prisma about a query', new Prisma.PrismaClientValidationError(`email: "${secret}"`, { clientVersion: '7' })],
    ['of the driver adapter', Object.assign(new Error(secret, { cause }), { name: 'DriverAdapterError' })],
    [
      'of pg',
      Object.assign(new Error(`invalid input: "${secret}"`), {
        ...{
          severity: 'ERROR',
          routine: 'x',
          code: '22P02',
          detail: secret,
          where: secret,
          constraint: `${secret} key`,
        },
      }),
    ],
    [
      'inside another',
      new Error('storage', { cause: Object.assign(new Error(secret), { severity: '', routine: '' }) }),
    ],
    ['with properties', Object.assign(new Error('no'), { input: secret, code: `a ${secret}` })],
    ['that is no error', { email: secret }],
    ['that is a text', secret],
  ])('%s tells nothing of what was typed', (_name, error) => {
    expect(JSON.stringify(loggedError(error))).not.toContain(secret);
  });

  it('ends, however many causes it has', () => {
    const error = new Error('round');
    error.cause = error;
    expect(JSON.stringify(loggedError(error)).match(/round/g)?.length).toBe(5);
    expect(loggedError(null)).toEqual({ type: 'null' });
  });
});

describe('a door in the log', () => {
  it.each([
    ['/api/admin/projects/7/phases/9', { id: '7', phaseId: '9' }, 'PATCH /api/admin/projects/[id]/phases/[phaseId]'],
    ['/api/admin/projects/7/phases/7', { id: '7', phaseId: '7' }, 'PATCH /api/admin/projects/[id]/phases/[phaseId]'],
    ['/api/x/Anna%20M%C3%BCller', { name: 'Anna Müller' }, 'PATCH /api/x/[name]'],
    ['/api/x/a/b', { rest: ['a', 'b'] }, 'PATCH /api/x/[rest]/[rest]'],
    ['/api/me', {}, 'PATCH /api/me'],
  ])('%s is called by its pattern', (pathname, params, name) => {
    expect(routeName('PATCH', pathname, params)).toBe(name);
  });

  it.each([
    ['/admin/document-types?name=Anna', 'action /admin/document-types'],
    ['/admin/projects/0198f3c1-0000-7000-8000-000000000000/edit', 'action /admin/projects/[…]/edit'],
    ['/invitation/abcdefghijklmnop', 'action /invitation/[…]'],
    ['/reset-password/abc', 'action /reset-password/[…]'],
    ['/showcase/harbor-pine', 'action /showcase/[…]'],
    ['/x/anna@example.com', 'action /x/[…]'],
    ['', 'action '],
  ])('of the page %j holds words alone', (address, name) => {
    expect(actionName(address)).toBe(name);
  });
});

describe('the name of a request', () => {
  it.each([
    'b1946ac92492d2347c6235b4d2611184',
    '0198F3C1-0000-7000-8000-000000000000',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  ])('is %s, with which it came', (id) => {
    expect(requestIdOf(new Headers({ 'x-request-id': id }))).toBe(id);
  });

  it.each(['', 'abc', 'anna@example.com', 'x'.repeat(32), 'a'.repeat(65), '-'.repeat(32), '{"level":"fatal"}'])(
    'is new where it came with %j',
    (id) => {
      expect(requestIdOf(new Headers({ 'x-request-id': id }))).toMatch(isUuid);
    },
  );

  it('is found in the request by whoever handles it, and told in the answer', async () => {
    await import('@/lib/http/name-requests');
    const server = createServer((request, response) => response.end(request.headers['x-request-id']));
    await new Promise<void>((done) => server.listen(0, done));
    const url = `http://localhost:${(server.address() as AddressInfo).port}`;
    for (const [sent, told] of [
      ['b1946ac92492d2347c6235b4d2611184', /^b1946ac92492d2347c6235b4d2611184$/],
      ['anna@example.com', isUuid],
    ] as const) {
      const answer = await fetch(url, { headers: { 'x-request-id': sent } });
      expect(answer.headers.get('x-request-id')).toMatch(told);
      expect(await answer.text()).toBe(answer.headers.get('x-request-id'));
    }
    server.close();
  });
});
