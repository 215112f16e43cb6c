import { describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/mail/inbound/parse';
import { receiveMail } from '@/lib/mail/inbound/receive';
import { testDatabase } from '@/tests/support/database/database';
import { createAsked, mailOf } from '@/tests/support/fixtures/answers';

const { owner } = await testDatabase();
const replyTo = 'replies@mail.example';
Object.assign(process.env, {
  ...{ SMTP_HOST: '127.0.0.1', SMTP_FROM: 'portal@mail.example' },
  ...{ IMAP_HOST: '127.0.0.1', IMAP_USER: 'replies', IMAP_PASSWORD: 'secret', IMAP_REPLY_TO: replyTo },
});

describe('an answer by mail', () => {
  it('is a message of its person on the ticket, once, and opens a closed one', async () => {
    const { person, ticket, to, messages } = await createAsked(owner);
    expect(to).toMatch(/^replies\+[0-9a-f]{30}@mail\.example$/);
    await owner.query("update support_tickets set status = 'closed', closed_at = now() where id = $1", [ticket.id]);
    const mail = mailOf({ from: `Alma <${person.email.toUpperCase()}>`, to: to.toUpperCase() });
    expect(await receiveMail(mail, replyTo)).toBe('accepted');
    expect(await receiveMail(mail, replyTo)).toBe('repeated');
    expect(await messages()).toEqual([{ body: 'On Monday is fine.', author_id: person.id }]);
    const { rows } = await owner.query('select status from support_tickets where id = $1', [ticket.id]);
    expect(rows).toEqual([{ status: 'open' }]);
  });

  it('from another address, with another secret, or of somebody without access is dropped', async () => {
    const { person, to, messages } = await createAsked(owner);
    expect(await receiveMail(mailOf({ from: 'stranger@example.com', to }), replyTo)).toBe('notTheirAddress');
    const other = to.replace(/\+[0-9a-f]{2}/, '+00');
    expect(await receiveMail(mailOf({ from: person.email, to: other }), replyTo)).toBe('unknownAddress');
    await owner.query('update users set client_portal_enabled = false where id = $1', [person.id]);
    expect(await receiveMail(mailOf({ from: person.email, to }), replyTo)).toMatch(/^refused/);
    expect(await messages()).toEqual([]);
  });

  it('brings its attachments, but no winmail.dat', async () => {
    const { person, ticket, to } = await createAsked(owner);
    const body = [
      ...['--b', 'Content-Type: text/plain', '', 'See the notes.', ''],
      ...[
        '--b',
        'Content-Type: text/plain; name="notes.txt"',
        'Content-Disposition: attachment; filename="notes.txt"',
        '',
        'Notes',
        '',
      ],
      ...[
        '--b',
        'Content-Type: application/ms-tnef; name="winmail.dat"',
        'Content-Disposition: attachment; filename="winmail.dat"',
        '',
        'xx',
        '',
      ],
      '--b--',
    ].join('\r\n');
    const head = ['Content-Type: multipart/mixed; boundary="b"'];
    expect(await receiveMail(mailOf({ from: person.email, to, head, body }), replyTo)).toBe('accepted');
    const { rows } = await owner.query(
      'select f.file_name from ticket_attachments a join stored_files f on f.id = a.file_id where a.ticket_id = $1',
      [ticket.id],
    );
    expect(rows).toEqual([{ file_name: 'notes.txt' }]);
  });
});

describe('a mail that is no answer', () => {
  const to = `replies+${'ab'.repeat(15)}@mail.example`;
  const from = 'a@example.com';
  it.each([
    ['an absence note', { head: ['Auto-Submitted: auto-replied'] }, 'automatic'],
    ['mail of a list', { head: ['Precedence: bulk'] }, 'automatic'],
    ['a report', { from: 'MAILER-DAEMON@example.com' }, 'automatic'],
    ['an empty sender', { head: ['Return-Path: <>'] }, 'automatic'],
    ['one to the mailbox itself', { to: replyTo }, 'noAddress'],
    ['one to two secrets', { to: `${to}, replies+${'cd'.repeat(15)}@mail.example` }, 'ambiguous'],
    ['one of two senders', { from: 'a@example.com, b@example.com' }, 'noSender'],
    ['one without a word', { body: '' }, 'empty'],
  ])('%s is dropped', async (_, parts, dropped) => {
    expect(await readAnswer(mailOf({ from, to, ...parts }), replyTo)).toEqual({ dropped });
  });

  it.each([
    [
      'our own mail below it',
      'Fine.\r\n\r\nOn Mon, Harbor wrote:\r\n> Write your answer above this line. It reaches Harbor as a message.\r\n> Hello',
    ],
    ['a German quote', 'Fine.\r\n\r\nAm Montag, 30. November 2026 um 10:00 schrieb Harbor <x@example.com>:\r\n> Hallo'],
  ])('%s is cut', async (_, body) => {
    expect(await readAnswer(mailOf({ from, to, body }), replyTo)).toMatchObject({ body: 'Fine.' });
  });

  it('with 200 recipients, HTML alone or a wrong charset is read all the same', async () => {
    const many = [...Array.from({ length: 200 }, (__, at) => `p${at}@example.com`), to].join(', ');
    expect(await readAnswer(mailOf({ from, to: many }), replyTo)).toMatchObject({ body: 'On Monday is fine.' });
    const html = {
      head: ['Content-Type: text/html; charset=x-unknown'],
      body: '<p>On <b>Monday</b></p><script>alert(1)</script>',
    };
    expect(await readAnswer(mailOf({ from, to, ...html }), replyTo)).toMatchObject({ body: 'On Monday' });
  });

  it('of ten megabytes of HTML is read in little time', async () => {
    const body = `<p>Fine.</p>${'<div>'.repeat(2_000_000)}`;
    const begin = process.cpuUsage();
    await readAnswer(mailOf({ from, to, head: ['Content-Type: text/html'], body }), replyTo);
    expect(process.cpuUsage(begin).user).toBeLessThan(15_000_000); // microseconds
  });
});
