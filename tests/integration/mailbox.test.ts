import { beforeEach, expect, it } from 'vitest';
import { addUnlessPresent } from '@/lib/jobs/clock';
import { runDue } from '@/lib/jobs/runner';
import { fetchAnswers } from '@/lib/mail/inbound/mailbox';
import { testDatabase } from '@/tests/support/database/database';
import { createAsked, mailOf, mailWithFile } from '@/tests/support/fixtures/answers';
import { imapServer } from '@/tests/support/stand-ins/imap';

const { owner } = await testDatabase();
const server = await imapServer();
Object.assign(process.env, { SMTP_HOST: '127.0.0.1', SMTP_FROM: 'portal@mail.example', ...server.variables });

beforeEach(() => {
  server.mails.length = 0;
  server.log.length = 0;
  server.manners.before = () => undefined;
});

/** One look of a worker at the mailbox, as its clock asks for it. */
async function look(): Promise<{ last_error: string; due: boolean }[]> {
  await owner.query("update jobs set due_at = now() where kind = 'fetch_answers'");
  await addUnlessPresent('fetch_answers');
  expect(await runDue({ fetch_answers: fetchAnswers })).toBe(1);
  const { rows } = await owner.query(
    "select last_error, due_at is not null and due_at < now() + interval '3 minutes' as due from jobs where kind = 'fetch_answers'",
  );
  return rows;
}

const seen = () => server.mails.map((mail) => mail.seen);
const bodies = (rows: { body: string }[]) => rows.map(({ body }) => body);

it('an answer in the mailbox becomes a message with its file, and is marked as seen', async () => {
  const { person, to, messages, files } = await createAsked(owner);
  server.put(mailWithFile({ from: person.email, to }, 'See the notes.'));
  expect(await look()).toEqual([]);
  expect(await messages()).toEqual([{ body: 'See the notes.', author_id: person.id }]);
  expect(await files()).toEqual([{ file_name: 'notes.txt' }]);
  expect(seen()).toEqual([true]);
  expect(await look()).toEqual([]);
  expect(await messages()).toHaveLength(1);
});

it('an absence note becomes none, and is marked as seen all the same', async () => {
  const { person, to, messages } = await createAsked(owner);
  server.put(mailOf({ from: person.email, to, head: ['Auto-Submitted: auto-replied'] }));
  server.put(mailOf({ from: 'stranger@example.com', to }));
  await look();
  expect(await messages()).toEqual([]);
  expect(seen()).toEqual([true, true]);
});

it('is read again soon after the connection was lost, and each mail is taken once', async () => {
  const { person, to, messages } = await createAsked(owner);
  for (const body of ['One', 'Two', 'Three']) server.put(mailOf({ from: person.email, to, body }));
  // The line is cut after the first mail has become a message, before it is marked.
  server.manners.before = (command) => (command === 'UID STORE' ? 'cut' : undefined);
  expect(await look()).toMatchObject([{ due: true, last_error: expect.any(String) }]);
  expect(bodies(await messages())).toEqual(['One']);
  expect(seen()).toEqual([false, false, false]);
  // And in the middle of the second.
  let fetches = 0;
  server.manners.before = (command) => (command === 'UID FETCH' && ++fetches === 4 ? 'cut' : undefined);
  expect(await look()).toMatchObject([{ due: true }]);
  server.manners.before = () => undefined;
  expect(await look()).toEqual([]);
  expect(bodies(await messages())).toEqual(['One', 'Two', 'Three']);
  expect(seen()).toEqual([true, true, true]);
});

it('a server that refuses the password, or cuts the line, is tried again and loses nothing', async () => {
  const { person, to, messages } = await createAsked(owner);
  server.put(mailOf({ from: person.email, to }));
  for (const manner of ['refuse', 'cut'] as const) {
    server.manners.before = (command) => (command === 'LOGIN' ? manner : undefined);
    expect(await look()).toMatchObject([{ due: true }]);
  }
  server.manners.before = () => undefined;
  expect(await look()).toEqual([]);
  expect(await messages()).toHaveLength(1);
});

it('a mail that cannot be taken now holds up none behind it', async () => {
  const [first, second] = [await createAsked(owner), await createAsked(owner)];
  server.put(mailOf({ from: first.person.email, to: first.to, body: 'First' }));
  server.put(mailOf({ from: second.person.email, to: second.to, body: 'Second' }));
  await owner.query(`create function refuse_first() returns trigger language plpgsql as $$ begin
    if new.ticket_id = '${first.ticket.id}' then raise exception 'not now'; end if; return new; end $$;
    create trigger refuse_first before insert on ticket_messages for each row execute function refuse_first()`);
  expect(await look()).toMatchObject([{ due: true }]);
  expect(seen()).toEqual([false, true]);
  expect(bodies(await second.messages())).toEqual(['Second']);
  await owner.query('drop trigger refuse_first on ticket_messages; drop function refuse_first');
  expect(await look()).toEqual([]);
  expect(bodies(await first.messages())).toEqual(['First']);
});
