import { describe, expect, it } from 'vitest';
import { Prisma } from '@/lib/db/generated/client';
import { sourceFiles } from '@/tests/support/source/files';
import { unrecorded } from '@/tests/support/source/recording';

const models = Object.values(Prisma.ModelName).map((name) => name.charAt(0).toLowerCase() + name.slice(1));

/** Functions that write without recording an event, each with the reason. */
const exceptions: Record<string, string> = {
  'lib/auth/identify#identifySession': 'moves last_seen_at of the session that a request shows',
  'lib/auth/identify#tokenIdentity': 'moves last_used_at of the token that a request shows',
  'lib/auth/throttle#store': 'counts tries; what came of a try is an event of its own',
  'lib/storage/undo#wouldRemove': 'deletes to see whether it may, and takes it back',
  'lib/idempotency/sweep#sweepKeys': 'removes expired keys: nothing happened to any record',
  'lib/storage/keep#announce': 'inserts the rows of files for a command, which records what they are',
  'lib/storage/keep#storeAndRefer': 'makes these rows visible together with the rows of the command',
  'lib/storage/undo#undo': 'clears a file that no record refers to: nothing happened to any record',
  'lib/documents/commands#addPicture': 'keeps a drawing of the version, whose adding or publication is the event',
  'lib/audit/proof/commands#keepOutcome': 'keeps what the job found of the trail, which is no event of the trail',
  'lib/ledger/proof/commands#keepOutcome': 'keeps what the job found; a proof that an admin asks for is an event',
  'lib/notices/commands#readNotice': 'marks what one person has read: a reading position, not a fact',
  'lib/notices/commands#readAllNotices': 'marks what one person has read: a reading position, not a fact',
  'lib/notices/commands#readOpened': 'marks what one person has read: a reading position, not a fact',
  'lib/jobs/lease#leaseNext': 'takes a job: what comes of it is recorded by what it does',
  'lib/jobs/lease#renewLease': 'keeps a job that is being done: what comes of it is recorded by what it does',
  'lib/jobs/lease#endLease': 'removes or postpones a job that is done or failed',
  'lib/support/reads/commands#markTicketRead': 'moves how far one person has read: a reading position, not a fact',
  'lib/guests/shown/commands#recordGuestVisit': 'a line of the log of the pass, which its person reads',
  'lib/openings/commands#noteOpening':
    'counts how often one person opened or downloaded a record; the download of a document is an event too',
  'lib/visits/commands#recordVisit': 'moves the marks of what is new for one person: a reading position, not a fact',
};

describe('a command that writes records an event', () => {
  const sources = sourceFiles().filter(
    ({ path }) => /^(lib|app|components|scripts)\//.test(path) && !/\.d\.ts$|^lib\/db\//.test(path),
  );

  it('everywhere but in the exceptions', () => {
    expect(unrecorded(sources, models, Object.keys(exceptions))).toEqual([]);
  });

  it.each(Object.keys(exceptions))('the exception of %s is needed', (id) => {
    const others = Object.keys(exceptions).filter((other) => other !== id);
    expect(unrecorded(sources, models, others)).not.toEqual([]);
  });
});

describe('the search for commands that record nothing', () => {
  const recordImport = `import { recordEvent, recordEvents } from '@/lib/events/record';\n`;
  const command = (path: string, text: string) => ({ path: `lib/${path}.ts`, text });
  const search = (...sources: { path: string; text: string }[]) => unrecorded(sources, ['photo', 'phase']);

  it.each([
    ['a create', `await db.photo.create({ data: {} });`],
    ['a handle of another name', `await transaction.photo.updateMany({});`],
    ['an upsert in a callback', `await Promise.all(ids.map((id) => db.phase.upsert({ where: { id } })));`],
    ['raw SQL', 'await db.$executeRaw`update photos set caption = null where id = 1`;'],
    ['a writing query', 'await db.$queryRaw`insert into photos (id) values (1) returning id`;'],
    ['SQL put together', `await db.$executeRawUnsafe(text);`],
  ])('finds %s', (_, line) => {
    const text = `export async function change(db: WriteDb, ids, id, transaction, text) { ${line} }`;
    expect(search(command('photos/commands', text))).toEqual(['lib/photos/commands#change']);
  });

  it.each([
    ['a read', `await db.photo.findMany({});`],
    ['a lock', 'await db.$queryRaw`select id from photos for no key update`;'],
    ['a map and a hash', `seen.photos.delete(id); hash.update(id);`],
  ])('passes over %s', (_, line) => {
    expect(search(command('photos/commands', `export async function look(db, seen, hash, id) { ${line} }`))).toEqual(
      [],
    );
  });

  it('follows functions of the file and of others', () => {
    const rows = command('photos/rows', `export const insert = (db) => db.photo.create({});`);
    const text = `import { insert } from '@/lib/photos/rows';
      async function add(db) { await insert(db); }
      export async function silent(db) { await add(db); }`;
    expect(search(rows, command('photos/commands', text))).toEqual([
      'lib/photos/commands#silent',
      'lib/photos/rows#insert',
    ]);
    const recorded = text
      .replace('await add(db);', 'await add(db); await recordEvents(db, []);')
      .replace('silent', 'loud');
    expect(search(rows, command('photos/commands', recordImport + recorded))).toEqual([]);
  });

  it('wants every caller of a part of a command to record', () => {
    const rows = command('photos/rows', `export const insert = (db) => db.photo.create({});`);
    const caller = (name: string, body: string) =>
      command(name, `${recordImport}import { insert } from '@/lib/photos/rows';\nexport async function ${body}`);
    const loud = caller('a/commands', 'loud(db) { await insert(db); await recordEvent(db); }');
    const silent = caller('b/commands', 'silent(db) { await insert(db); }');
    expect(search(rows, loud)).toEqual([]);
    expect(search(rows, loud, silent)).toEqual(['lib/b/commands#silent', 'lib/photos/rows#insert']);
  });

  it('lets no door call a part by itself', () => {
    const rows = command('photos/rows', `export const insert = (db) => db.photo.create({});`);
    const loud = `${recordImport}import { insert } from '@/lib/photos/rows';
      export async function loud(db) { await insert(db); await recordEvent(db); }`;
    const door = {
      path: 'app/actions.ts',
      text: `import { insert } from '@/lib/photos/rows';\nexport const a = define({ run: insert });`,
    };
    expect(search(rows, command('a/commands', loud), door)).toEqual(['lib/photos/rows#insert']);
  });

  it('is not content with a recorder of another module', () => {
    const text = `import { recordEvent } from '@/lib/elsewhere';
      export async function change(db) { await db.photo.create({}); await recordEvent(db); }`;
    expect(search(command('photos/commands', text))).toEqual(['lib/photos/commands#change']);
  });
});
