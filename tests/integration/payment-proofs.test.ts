import { describe, expect, it } from 'vitest';
import { GET as teamProof } from '@/app/api/admin/payment-claims/[id]/proof/route';
import { POST as claimRoute } from '@/app/api/client/invoices/[id]/claims/with-proof/route';
import { GET as ownProof } from '@/app/api/client/payment-claims/[id]/proof/route';
import { testDatabase } from '@/tests/support/database/database';
import { createClaim } from '@/tests/support/factories/money';
import { createStoredFile } from '@/tests/support/factories/records';
import { testStorage } from '@/tests/support/files/storage';
import { moneyBusiness, moneyOf } from '@/tests/support/fixtures/payments';
import { download, fileOf, smallPdf, upload } from '@/tests/support/http/upload';

const { owner } = await testDatabase();
const { stored, spooled } = await testStorage();
const pdf = () => fileOf('transfer.pdf', smallPdf('Transfer of 100.00'));

async function business() {
  const made = await moneyBusiness(owner);
  const jane = await made.addPerson('client', made.clientId);
  const claim = (id: string, file: File | null = pdf(), headers: Record<string, string> = {}) => {
    const sent: [string, string | File][] = file ? [['proof', file]] : [];
    return upload(claimRoute, {
      token: jane.token,
      headers,
      params: { id },
      form: [['paid_on', '2026-11-19'], ...sent],
    });
  };
  return { ...made, jane, claim };
}

it('a claim without a file is taken where the storage of the business is full, one with a file is refused', async () => {
  const { sold, claim, id } = await business();
  await owner.query('update tenants set storage_quota_bytes = 0 where id = $1', [id]);
  expect((await claim((await sold()).id)).status).toBe(413);
  expect((await claim((await sold()).id, null)).status).toBe(201);
});

describe('a proof of payment', () => {
  it('is kept with its claim, and read by the admins and the people of the client', async () => {
    const { sold, claim, admin, addPerson, clientId, claims } = await business();
    const { status, body } = await claim((await sold()).id);
    expect([status, body.data]).toMatchObject([
      201,
      {
        status: 'claimed',
        proof: {
          file_name: 'transfer.pdf',
          content_type: 'application/pdf',
          byte_size: smallPdf('Transfer of 100.00').length,
        },
      },
    ]);
    const { id } = body.data;
    expect((await claims('?status=claimed')).body.data[0].proof).toEqual(body.data.proof);
    const sam = await addPerson('client', clientId);
    for (const [route, token] of [
      [teamProof, admin.token],
      [ownProof, sam.token],
    ] as const) {
      const answer = await download(route, { token, params: { id } });
      expect([answer.status, answer.bytes.toString()]).toEqual([200, smallPdf('Transfer of 100.00')]);
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    }
  });

  it('is read by nobody else: not by staff, neighbours, or another business', async () => {
    const { sold, claim, staff, addPerson, addClient } = await business();
    const { id } = (await claim((await sold()).id)).body.data;
    const foreign = await business();
    const neighbour = await addPerson('client', await addClient('Rao villa'));
    const statusOf = async (route: typeof ownProof, token: string) =>
      (await download(route, { token, params: { id } })).status;
    expect(await statusOf(teamProof, staff.token)).toBe(403);
    expect(await statusOf(teamProof, foreign.admin.token)).toBe(404);
    expect(await statusOf(ownProof, foreign.jane.token)).toBe(404);
    expect(await statusOf(ownProof, neighbour.token)).toBe(404);
  });

  it('is not needed, and its file is gone where the claim is refused', async () => {
    const { sold, claim, jane } = await business();
    const { id } = await sold();
    const before = await stored();
    const without = await claim(id, null);
    expect([without.status, without.body.data.proof]).toEqual([201, null]);
    expect((await download(ownProof, { token: jane.token, params: { id: without.body.data.id } })).status).toBe(404);
    expect((await claim(id)).status).toBe(409);
    expect((await claim((await (await business()).sold()).id)).status).toBe(404);
    expect(await stored()).toEqual(before);
    expect(await spooled()).toEqual([]);
    const { rows } = await owner.query('select id from stored_files where proof_by_id = $1', [jane.id]);
    expect(rows).toEqual([]);
  });

  it('of a wrong kind is 422 on its field', async () => {
    const { sold, claim } = await business();
    const { id } = await sold();
    const { status, body } = await claim(id, fileOf('page.html', '<!doctype html><p>Paid</p>'));
    expect([status, Object.keys(body.errors)]).toEqual([422, ['proof']]);
  });

  it('sent again with its key is one claim', async () => {
    const { sold, claim, jane } = await business();
    const { id } = await sold();
    const keyed = { 'idempotency-key': 'once' };
    const [one, two] = [await claim(id, pdf(), keyed), await claim(id, pdf(), keyed)];
    expect([two.status, two.body]).toEqual([201, one.body]);
    expect((await moneyOf(jane.token).ownClaims(id)).body.data).toHaveLength(1);
  });

  it('leads a form that a browser sends without a script back to the invoice', async () => {
    const { sold, claim } = await business();
    const { id } = await sold();
    const { status, headers } = await claim(id, pdf(), { accept: 'text/html' });
    expect([status, headers.get('location')]).toEqual([303, `/client/invoices/${id}`]);
  });

  it('counts against the storage of the business', async () => {
    const { sold, claim, id: tenantId } = await business();
    await owner.query('update tenants set storage_quota_bytes = 10 where id = $1', [tenantId]);
    expect((await claim((await sold()).id)).status).toBe(413);
  });

  it('of another person, or any other file, cannot be named by a claim', async () => {
    const { sold, jane, id: tenantId, clientId } = await business();
    const { id: invoiceId } = await sold();
    const { id: proofFileId } = await createStoredFile(owner, { tenantId });
    const claiming = createClaim(owner, { tenantId, clientId, id: invoiceId }, jane, { proofFileId });
    await expect(claiming).rejects.toThrow('payment_claims_tenant_id_user_id_proof_file_id_fkey');
  });
});
