import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { PATCH as change } from '@/app/api/admin/documents/[id]/route';
import { POST as create } from '@/app/api/admin/documents/route';
import { testDatabase } from '@/tests/support/database/database';
import { createDocumentType } from '@/tests/support/factories/records';
import { testStorage } from '@/tests/support/files/storage';
import { createDocumentFixture, type DocumentFixture } from '@/tests/support/fixtures/documents';
import { auditOf, type Member } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { fileOf, smallPdf, upload } from '@/tests/support/http/upload';

const { owner } = await testDatabase();

const { stored, spooled } = await testStorage();

const plan = fileOf('Ground_floor-v2.pdf', smallPdf(), 'application/pdf');

function send(
  { admin, projectId, type }: DocumentFixture,
  form: [string, string | File][],
  by: Member = admin,
  headers = {},
) {
  const fields: [string, string][] = [
    ['project_id', projectId],
    ['document_type_id', type.id],
  ];
  const named = new Set(form.map(([name]) => name));
  return upload(create, { token: by.token, headers, form: [...fields.filter(([name]) => !named.has(name)), ...form] });
}

describe('a new document', () => {
  it('is a draft with its first version, by staff as by an admin; without a title the file names it', async () => {
    const fixture = await createDocumentFixture(owner, { requiresApproval: true });
    const { status, body } = await send(fixture, [['file', plan]], fixture.staff);
    expect(status).toBe(201);
    expect(body.data).toMatchObject({
      ...{ title: 'Ground floor v2', status: 'draft', allowed: ['pending'], version: 1, requires_approval: true },
      ...{ file_name: 'Ground_floor-v2.pdf', content_type: 'application/pdf', byte_size: plan.size },
      ...{ uploaded_by_name: fixture.staff.name, published_version: null, client_name: 'Okafor residence' },
    });
    expect((await auditOf(owner, body.data.id)).map(({ action }) => action)).toEqual(['document.uploaded']);
  });

  it('leads a form without a script to its page', async () => {
    const fixture = await createDocumentFixture(owner);
    const { status, headers } = await send(fixture, [['file', plan]], fixture.admin, { accept: 'text/html' });
    expect([status, headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/admin\/documents\/[0-9a-f-]{36}$/),
    ]);
  });

  it('leaves nothing where it is refused', async () => {
    const fixture = await createDocumentFixture(owner);
    const foreign = await createDocumentFixture(owner);
    const retired = await createDocumentType(owner, fixture, { isActive: false });
    const before = (await stored()).length;
    const refused: [form: [string, string | File][], field: string][] = [
      [
        [
          ['file', plan],
          ['project_id', foreign.projectId],
        ],
        'project_id',
      ],
      [
        [
          ['file', plan],
          ['project_id', uuidv7()],
        ],
        'project_id',
      ],
      [
        [
          ['file', plan],
          ['document_type_id', foreign.type.id],
        ],
        'document_type_id',
      ],
      [
        [
          ['file', plan],
          ['document_type_id', retired.id],
        ],
        'document_type_id',
      ],
      [
        [
          ['file', plan],
          ['title', 'x'.repeat(201)],
        ],
        'title',
      ],
      [
        [
          ['file', plan],
          ['status', 'published'],
        ],
        'status',
      ],
      [[], 'file'],
    ];
    for (const [form, field] of refused) {
      const { status, body } = await send(fixture, form);
      expect([status, Object.keys(body.errors)]).toEqual([422, [field]]);
    }
    expect([(await stored()).length, (await spooled()).length]).toEqual([before, 0]);
    const { rows } = await owner.query('select count(*)::int from stored_files where tenant_id = $1', [fixture.id]);
    expect(rows[0].count).toBe(0);
  });
});

describe('changing a document', () => {
  const patch = ({ admin }: DocumentFixture, id: string, body: object, by: Member = admin) =>
    call(change, { token: by.token, params: { id }, method: 'PATCH', body });

  it('the title at any time, the type until the first step', async () => {
    const fixture = await createDocumentFixture(owner);
    const other = await createDocumentType(owner, fixture);
    const id = await fixture.uploadDocument();
    expect((await patch(fixture, id, { document_type_id: other.id }, fixture.staff)).body.data.document_type_id).toBe(
      other.id,
    );
    const fixed = 'The type cannot change once the document has been submitted or published.';
    const steps = [
      () => fixture.uploadVersion(id, 'second'),
      () => fixture.move(id, 'pending'),
      () => fixture.move(id, 'rejected'),
      () => fixture.move(id, 'draft'),
    ];
    for (const step of steps) {
      await step();
      const late = await patch(fixture, id, { document_type_id: fixture.type.id });
      expect([late.status, late.body.detail]).toEqual([409, fixed]);
    }
    expect((await patch(fixture, id, { title: 'Attic', document_type_id: other.id })).body.data.title).toBe('Attic');
    expect((await patch(fixture, id, { status: 'published' })).body.errors).toHaveProperty('status');
    expect((await patch(fixture, id, { title: ' ' })).status).toBe(422);
  });

  it('another business finds none of it', async () => {
    const [fixture, other] = [await createDocumentFixture(owner), await createDocumentFixture(owner)];
    const id = await fixture.uploadDocument();
    expect((await patch(other, id, { title: 'Mine' })).status).toBe(404);
    expect((await fixture.show(id)).title).toBe('Floor plan');
  });
});
