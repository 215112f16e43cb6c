import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { testStorage } from '@/tests/support/files/storage';
import { supportBusiness } from '@/tests/support/fixtures/tickets';
import { fileOf, smallPdf } from '@/tests/support/http/upload';

const { owner } = await testDatabase();
const { stored, spooled } = await testStorage();
const pdf = (name = 'window.pdf') => fileOf(name, smallPdf(name));

describe('files of a ticket', () => {
  it('come with the ticket, a reply and an answer, and both sides read them', async () => {
    const { jane, team } = await supportBusiness(owner);
    const { status, body } = await jane.openWith([pdf(), pdf('door.pdf')], [['category', 'problem']]);
    const { id } = body.data;
    expect([status, body.data.messages[0].attachments]).toMatchObject([
      201,
      [{ file_name: 'window.pdf', content_type: 'application/pdf' }, { file_name: 'door.pdf' }],
    ]);
    const reply = (await jane.replyWith(id, [pdf('more.pdf')])).body.data;
    const answer = (await team.answerWith(id, [pdf('offer.pdf')])).body.data;
    for (const caller of [jane, team])
      for (const { id: file, file_name: name } of [body.data.messages[0], reply, answer].flatMap(
        (one) => one.attachments,
      )) {
        const got = await caller.file(id, file);
        expect([got.status, got.bytes.toString()]).toEqual([200, smallPdf(name)]);
      }
  });

  it('of an internal note are the team’s alone', async () => {
    const { jane, team, opened } = await supportBusiness(owner);
    const { id } = await opened();
    const note = (await team.answerWith(id, [pdf('claim.pdf')], [['is_internal', 'true']])).body.data;
    expect(note).toMatchObject({ is_internal: true, attachments: [{ file_name: 'claim.pdf' }] });
    const file = note.attachments[0].id;
    expect((await team.file(id, file)).status).toBe(200);
    expect((await jane.file(id, file)).status).toBe(404);
    expect(JSON.stringify((await jane.ticket(id)).body)).not.toContain('claim.pdf');
  });

  it('are read by nobody else, and not under another ticket', async () => {
    const { jane, samDesk, ravi, team, opened } = await supportBusiness(owner);
    const made = (await jane.openWith([pdf()])).body.data;
    const file = made.messages[0].attachments[0].id;
    const foreign = await supportBusiness(owner);
    for (const caller of [samDesk, ravi, foreign.jane, foreign.team])
      expect((await caller.file(made.id, file)).status).toBe(404);
    const { id: other } = await opened();
    for (const caller of [jane, team]) expect((await caller.file(other, file)).status).toBe(404);
  });

  it('leave nothing behind where the message is refused', async () => {
    const { jane, samDesk, opened } = await supportBusiness(owner);
    const { id } = await opened();
    const before = await stored();
    expect((await samDesk.replyWith(id, [pdf()])).status).toBe(404);
    expect((await jane.replyWith(id, [pdf()], ' ')).status).toBe(422);
    const { status, body } = await jane.replyWith(id, [fileOf('page.html', '<!doctype html><p>Hi</p>')]);
    expect([status, Object.keys(body.errors)]).toEqual([422, ['attachments']]);
    expect(
      (
        await jane.replyWith(
          id,
          Array.from({ length: 11 }, (_, at) => pdf(`${at}.pdf`)),
        )
      ).status,
    ).toBe(422);
    expect(await stored()).toEqual(before);
    expect(await spooled()).toEqual([]);
    expect((await jane.ticket(id)).body.data.messages).toHaveLength(1);
  });

  it('are not needed, and a form that a browser sends without a script leads back to the ticket', async () => {
    const { jane, opened } = await supportBusiness(owner);
    const { id } = await opened();
    expect((await jane.replyWith(id, [])).status).toBe(201);
    const { status, headers } = await jane.replyWith(id, [pdf()], 'Here', { accept: 'text/html' });
    expect([status, headers.get('location')]).toEqual([303, `/client/support/${id}`]);
  });

  it('cannot be a plan, a photo or another person’s file: the database refuses the row', async () => {
    const { jane, person, sam, id: tenantId } = await supportBusiness(owner);
    const made = (await jane.openWith([pdf()])).body.data;
    const { rows } = await owner.query(
      `insert into stored_files (id, tenant_id, storage_key, file_name, content_type, byte_size, sha256, status, attached_by_id)
       values (gen_random_uuid(), $1, md5(random()::text), 'a.pdf', 'application/pdf', 1, sha256('x'), 'stored', null),
         (gen_random_uuid(), $1, md5(random()::text), 'b.pdf', 'application/pdf', 1, sha256('x'), 'stored', $2) returning id`,
      [tenantId, sam.id],
    );
    for (const { id: fileId } of rows)
      await expect(
        owner.query(
          `insert into ticket_attachments (id, tenant_id, client_user_id, ticket_id, file_id, attached_by_id)
           values (gen_random_uuid(), $1, $2, $3, $4, $2)`,
          [tenantId, person.id, made.id, fileId],
        ),
      ).rejects.toThrow(/ticket_attachments_tenant_id_attached_by_id_file_id_fkey/);
  });
});
