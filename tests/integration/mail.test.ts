import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { createStaff } from '@/tests/support/factories/identity';
import { createDocument, createDocumentType, createDocumentVersion } from '@/tests/support/factories/records';
import { createTicketMessage, createTicketNote } from '@/tests/support/factories/tickets';
import { createMailed, outboxOf, workOff } from '@/tests/support/fixtures/mailing';
import { reply, smtpServer } from '@/tests/support/stand-ins/smtp';

const { owner } = await testDatabase();
const server = await smtpServer();
Object.assign(process.env, server.variables);
beforeEach(server.reset);

const jobsOf = async (tenantId: string) =>
  (await owner.query('select * from jobs where tenant_id = $1', [tenantId])).rows;

describe('a notification', () => {
  it('is mailed to its person, in the name of the business, with all that a program’s mail must carry', async () => {
    const { tenant, person, tellOfInvoice } = await createMailed(owner, {
      tenant: { name: 'O’Neill, Söhne & Co' },
    });
    await tellOfInvoice();
    expect(await workOff(owner, tenant.id)).toBe(1);
    const [taken, ...others] = server.taken;
    expect(others).toEqual([]);
    expect(taken).toMatchObject({ from: '', to: [person.email] });
    if (!taken) throw new Error('nothing was taken');
    const { mail, raw } = taken;
    expect(mail.from?.value).toEqual([{ name: 'O’Neill, Söhne & Co', address: 'portal@mail.example' }]);
    expect(mail.subject).toContain('Invoice RE-1');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.get('x-auto-response-suppress')).toBe('All');
    expect(raw).toMatch(/^List-Unsubscribe:\s+<http/m);
    expect(raw).toMatch(/^List-Unsubscribe-Post:\s+List-Unsubscribe=One-Click/m);
    expect(mail.text).toContain(`Hello ${person.name},`);
    expect(mail.html).toContain('Invoice RE-1');
    for (const line of raw.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThan(998);
    const [row] = await outboxOf(owner, tenant.id);
    expect(row).toMatchObject({ state: 'sent', to_address: person.email, attempts: 1 });
    expect(mail.messageId).toBe(`<${row.id}@mail.example>`);
    expect(await jobsOf(tenant.id)).toEqual([]);
  });

  it('waits five minutes, and many of one person are one mail', async () => {
    const { tenant, tellOfInvoice, tellOfTicket } = await createMailed(owner);
    for (let count = 0; count < 50; count++) await tellOfTicket();
    await tellOfInvoice();
    const [job, ...others] = await jobsOf(tenant.id);
    expect(others).toEqual([]);
    const wait = job.due_at.getTime() - Date.now();
    expect(wait).toBeGreaterThan(4.5 * 60_000);
    expect(wait).toBeLessThan(5.5 * 60_000);
    await workOff(owner, tenant.id);
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]?.mail.text?.match(/answered your request/g)).toHaveLength(1);
  });

  it('of a rolled-back transaction, of one who has read it, or of history, is not mailed', async () => {
    const { tenant, person, tell, tellOfInvoice, invoice } = await createMailed(owner);
    await owner.query('begin');
    await tellOfInvoice();
    await owner.query('rollback');
    expect(await jobsOf(tenant.id)).toEqual([]);
    await tell('invoice_issued', 'invoice', invoice.id, { createdAt: new Date(Date.now() - 2 * 3_600_000) });
    expect(await jobsOf(tenant.id)).toEqual([]);
    await tellOfInvoice();
    await owner.query('update notifications set read_at = now() where user_id = $1', [person.id]);
    await workOff(owner, tenant.id);
    expect(server.taken).toEqual([]);
    expect(await outboxOf(owner, tenant.id)).toMatchObject([{ state: 'dropped', last_error: 'nothing_left' }]);
  });

  it('is read at the time of sending: what is withdrawn meanwhile is not mailed', async () => {
    const { tenant, project, tell } = await createMailed(owner);
    const document = await createDocument(owner, project, await createDocumentType(owner, tenant));
    const version = await createDocumentVersion(owner, document, await createStaff(owner, tenant));
    const publish = (id: string | null) =>
      owner.query(
        'update documents set published_version_id = $2::uuid, published_at = case when $2::uuid is null then null else now() end, status = $3 where id = $1',
        [document.id, id, id ? 'published' : 'approved'],
      );
    await publish(version.id);
    await tell('document_published', 'document', document.id);
    await publish(null);
    await workOff(owner, tenant.id);
    expect(server.taken).toEqual([]);
    await publish(version.id);
    await tell('document_published', 'document', document.id);
    await workOff(owner, tenant.id);
    expect(server.taken).toHaveLength(1);
  });

  it.each([
    ['was deactivated', 'update users set is_active = false where id = $1'],
    ['lost the portal', 'update users set client_portal_enabled = false where id = $1'],
    [
      'belongs to an inactive client',
      'update clients set is_active = false where id = (select client_id from users where id = $1)',
    ],
  ])('goes to nobody who %s', async (_, sql) => {
    const { tenant, person, tellOfInvoice } = await createMailed(owner);
    await tellOfInvoice();
    await owner.query(sql, [person.id]);
    await workOff(owner, tenant.id);
    expect(server.taken).toEqual([]);
    expect((await outboxOf(owner, tenant.id))[0]).toMatchObject({ state: 'dropped' });
  });

  it('goes to the new address, and not to the old one', async () => {
    const { tenant, person, tellOfInvoice } = await createMailed(owner);
    await tellOfInvoice();
    await owner.query("update users set email = 'new-' || email where id = $1", [person.id]);
    await workOff(owner, tenant.id);
    expect(server.taken.map(({ to }) => to)).toEqual([[`new-${person.email}`]]);
  });

  it('about a ticket holds the answer, no internal note, and a thread of its own', async () => {
    const { tenant, person, ticket, tellOfTicket } = await createMailed(owner);
    const staff = await createStaff(owner, tenant);
    const parent = { ...ticket, clientUserId: person.id };
    await createTicketMessage(owner, parent, staff, { body: 'We come on Monday.' });
    await createTicketNote(owner, parent, staff, { body: 'They never pay.' });
    await tellOfTicket();
    await workOff(owner, tenant.id);
    await tellOfTicket('ticket_status_changed');
    await workOff(owner, tenant.id);
    const [first, second] = server.taken;
    expect(first?.mail.text).toContain('We come on Monday.');
    for (const { raw } of server.taken) expect(raw).not.toContain('never pay');
    expect(first?.mail.references).toBe(`<ticket.${ticket.id}@mail.example>`);
    expect(second?.mail.references).toBe(first?.mail.references);
    expect(second?.mail.messageId).not.toBe(first?.mail.messageId);
  });

  it.each([
    ['"><svg onload=alert(1)>.jpg'],
    ['Küche – 6" Träger 🏡 '.repeat(6).slice(0, 118)],
    ['one\r\nBcc: everybody@example.com'],
  ])('with the subject %j is text in the mail', async (subject) => {
    const { tenant, tellOfTicket } = await createMailed(owner);
    await tellOfTicket('ticket_answered', subject);
    await workOff(owner, tenant.id);
    const [{ mail, to }] = server.taken as [(typeof server.taken)[number]];
    expect(mail.subject).toBe(`Mia answered your request “${subject.replace(/\s+/g, ' ')}”`);
    expect(to).toHaveLength(1);
    expect(mail.bcc).toBeUndefined();
    expect(mail.html).not.toContain('<svg');
  });
});

describe('a mail server', () => {
  it('that is down or says later keeps the mail waiting, with its words', async () => {
    const { tenant, tellOfInvoice } = await createMailed(owner);
    await tellOfInvoice();
    server.manners.rcpt = () => reply(451, 'Greylisted, come back later');
    await workOff(owner, tenant.id);
    const [mail] = await outboxOf(owner, tenant.id);
    expect(mail).toMatchObject({ state: 'waiting', attempts: 1, last_error: expect.stringContaining('Greylisted') });
    server.reset();
    await workOff(owner, tenant.id);
    expect(server.taken.map(({ mail: { messageId } }) => messageId)).toEqual([`<${mail.id}@mail.example>`]);
    expect(await outboxOf(owner, tenant.id)).toMatchObject([{ state: 'sent', attempts: 2, last_error: null }]);
  });

  it('that refuses an address for good marks it, and nothing is sent there until it changes', async () => {
    const { tenant, person, tellOfInvoice } = await createMailed(owner);
    server.manners.rcpt = () => reply(550, 'No such user here');
    await tellOfInvoice();
    await workOff(owner, tenant.id);
    const marked = async () =>
      (await owner.query('select mail_refused_at, mail_refusal from users where id = $1', [person.id])).rows[0];
    expect(await marked()).toMatchObject({ mail_refusal: expect.stringContaining('No such user here') });
    server.reset();
    await tellOfInvoice();
    await workOff(owner, tenant.id);
    expect(server.taken).toEqual([]);
    expect((await outboxOf(owner, tenant.id)).map(({ state }) => state)).toEqual(['failed', 'failed']);
    await owner.query("update users set email = 'right-' || email where id = $1", [person.id]);
    expect(await marked()).toEqual({ mail_refused_at: null, mail_refusal: null });
    await tellOfInvoice();
    await workOff(owner, tenant.id);
    expect(server.taken).toHaveLength(1);
  });

  it('that refuses the message fails it without a mark on the address', async () => {
    const { tenant, person, tellOfInvoice } = await createMailed(owner);
    server.manners.data = () => reply(554, 'Looks like spam');
    await tellOfInvoice();
    await workOff(owner, tenant.id);
    expect(await outboxOf(owner, tenant.id)).toMatchObject([
      { state: 'failed', last_error: expect.stringContaining('spam') },
    ]);
    const { rows } = await owner.query('select mail_refused_at from users where id = $1', [person.id]);
    expect(rows[0].mail_refused_at).toBeNull();
  });
});
