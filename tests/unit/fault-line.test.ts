import { expect, it } from 'vitest';
import { faultLine, SetupError } from '@/lib/setup-error';

const prismaError = [
  '',
  'Invalid `db.user.createMany()` invocation in',
  '/srv/oriel/prisma/seed/write/tenants.ts:12:17',
  '',
  '   9 async function write() {',
  '→ 12   await db.user.createMany(',
  'Unique constraint failed on the fields: (`email`)',
].join('\n');

it.each([
  ['a fault that Oriel knows', new SetupError('Port 80 is taken'), 'Port 80 is taken'],
  [
    'a full disk',
    Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
    'the disk is full: make room on it and start again (ENOSPC: ENOSPC: no space left on device, write)',
  ],
  [
    'an error that a driver wraps',
    new Error('outer', { cause: Object.assign(new Error('inner'), { code: '53300' }) }),
    'the database has no connection left: end other users of it, or raise max_connections (53300: outer)',
  ],
  [
    'an error of Prisma with a picture of the source',
    new Error(prismaError),
    'unexpected: Unique constraint failed on the fields: (`email`); start again, and report this line if it comes back',
  ],
  [
    'an error without a message',
    new TypeError(),
    'unexpected: TypeError; start again, and report this line if it comes back',
  ],
  ['a thrown text', 'oops', 'unexpected: oops; start again, and report this line if it comes back'],
])('%s is one line that says why and what to do', (_, error, line) => {
  expect(faultLine(error)).toBe(line);
});
