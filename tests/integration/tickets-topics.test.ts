import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { createPhase } from '@/tests/support/factories/identity';
import { createInvoice, createLedgerEntry, createTimeEntry } from '@/tests/support/factories/money';
import {
  createDocument,
  createDocumentType,
  createDocumentVersion,
  createPhoto,
  publishVersion,
} from '@/tests/support/factories/records';
import { supportBusiness } from '@/tests/support/fixtures/tickets';

const { owner } = await testDatabase();

/** A client with a record of each kind, all of which they see. */
async function records() {
  const business = await supportBusiness(owner);
  const { id: tenantId, clientId, addProject, staff, admin } = business;
  const projectId = await addProject(clientId);
  const project = { tenantId, clientId, id: projectId };
  const document = await createDocument(owner, project, await createDocumentType(owner, { id: tenantId }), {
    title: 'Roof plan',
  });
  await publishVersion(owner, await createDocumentVersion(owner, document, staff));
  const client = { tenantId, id: clientId, currency: 'EUR' };
  await owner.query("update clients set currency = 'EUR' where id = $1", [clientId]);
  const invoice = await createInvoice(owner, client, { status: 'issued', projectId });
  const { rows } = await owner.query<{ id: string }>('select id from invoice_lines where invoice_id = $1', [
    invoice.id,
  ]);
  const ids = {
    document: document.id,
    photo: (await createPhoto(owner, project, staff, { visibility: 'client', caption: 'The ridge' })).id,
    phase: (await createPhase(owner, project, { name: 'Roof', status: 'in_progress', percent: 40 })).id,
    time_entry: (await createTimeEntry(owner, project, staff)).id,
    invoice: invoice.id,
    invoice_line: rows[0]?.id ?? '',
    ledger_entry: (await createLedgerEntry(owner, client, admin, { invoiceId: invoice.id })).id,
  };
  return { ...business, projectId, invoice, ids };
}

describe('a ticket about a record', () => {
  it('keeps each kind of record as it was, and gets its project', async () => {
    const { jane, admins, team, ids, projectId } = await records();
    for (const [type, id] of Object.entries(ids)) {
      const { status, body } = await jane.open({ about: { type, id } });
      expect([type, status, body.data.about]).toMatchObject([type, 201, { type, id }]);
      expect(body.data.project_id).toBe(type === 'ledger_entry' ? null : projectId);
      expect((await admins.ticket(body.data.id)).body.data.about).toEqual(body.data.about);
      const isMoney = ['invoice', 'invoice_line', 'ledger_entry'].includes(type);
      expect((await team.ticket(body.data.id)).body.data.about).toEqual(isMoney ? null : body.data.about);
    }
  });

  it('shows it as it was then, while the person may still see it', async () => {
    const { jane, team, ids } = await records();
    const { id, about } = (await jane.open({ about: { type: 'document', id: ids.document } })).body.data;
    expect(about.title).toBe('Roof plan');
    await owner.query("update documents set title = 'Another plan' where id = $1", [ids.document]);
    expect((await jane.ticket(id)).body.data.about.title).toBe('Roof plan');
    await owner.query(
      "update documents set published_version_id = null, published_at = null, status = 'approved' where id = $1",
      [ids.document],
    );
    expect((await jane.ticket(id)).body.data.about).toBeNull();
    expect((await team.ticket(id)).body.data.about.title).toBe('Roof plan');
  });

  it('cannot be about what its person does not see', async () => {
    const { ravi, jane, ids, clientId, id: tenantId } = await records();
    for (const [type, id] of Object.entries(ids))
      expect((await ravi.open({ about: { type, id } })).body.errors).toHaveProperty(['about.id']);
    const draft = await createInvoice(owner, { tenantId, id: clientId, currency: 'EUR' }, { status: 'draft' });
    expect((await jane.open({ about: { type: 'invoice', id: draft.id } })).status).toBe(422);
    expect((await ravi.tickets()).body.data).toEqual([]);
  });
});
