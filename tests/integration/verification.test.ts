import { describe, expect, it } from 'vitest';
import { GET as teamXml } from '@/app/api/admin/invoices/[id]/xml/route';
import { GET as statementPdf } from '@/app/api/client/ledger/statement/pdf/route';
import { countLookup, triesPerWindow } from '@/lib/auth/throttle';
import { readAsVisitor } from '@/lib/authz/scope';
import { findPaper } from '@/lib/invoices/verification/queries';
import { testDatabase } from '@/tests/support/database/database';
import { invoicesOf, line } from '@/tests/support/fixtures/invoices';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { download } from '@/tests/support/http/upload';

const { owner } = await testDatabase();
const tenant = await createTestTenant(owner);
const clientId = await tenant.addClient();
const jane = await tenant.addPerson('client', clientId);
const stranger = await tenant.addPerson('client', await tenant.addClient('Rao villa'));
await owner.query(
  `insert into billing_settings (tenant_id, iban, account_holder) values ($1, 'PT50 0002 0123 9015 4', 'H')`,
  [tenant.id],
);
const api = invoicesOf(tenant.admin.token);
const look = (code: string) => readAsVisitor((db) => findPaper(db, code));
const codeOf = async (id: string) =>
  (await owner.query<{ code: string }>('select verify_code as code from invoices where id = $1', [id])).rows[0]?.code ??
  '';

describe('the code of a printed document', () => {
  it('of an invoice tells issuer, number, date, total, currency, the end of the account, and whether it still stands', async () => {
    const { id, number } = await api.issued({ client_id: clientId, lines: [line()] }, { issued_on: '2026-10-01' });
    const code = await codeOf(id);
    const facts = { kind: 'invoice', issuer: 'Test business', number, issuedOn: '2026-10-01', currency: 'EUR' };
    const none = { fromOn: null, toOn: null, creditedMinor: 0n };
    expect(await look(code)).toEqual({ ...facts, ...none, totalMinor: 10_000n, accountEnd: '0154', isVoid: false });
    await owner.query('update invoices set credited_minor = 400 where id = $1', [id]);
    expect(await look(code)).toMatchObject({ creditedMinor: 400n, isVoid: false });
    await owner.query(
      "update invoices set status = 'void', voided_at = now(), void_reason = 'x', voided_minor = 9600 where id = $1",
      [id],
    );
    expect(await look(code)).toMatchObject({ isVoid: true });
  });

  it('that nobody has, and what is no code, is unknown; drafts have none', async () => {
    const id = await api.drafted({ client_id: clientId, lines: [line()] });
    expect((await owner.query('select verify_code from invoices where id = $1', [id])).rows).toEqual([
      { verify_code: null },
    ]);
    for (const code of ['a'.repeat(32), 'a'.repeat(31), '%', '', 'A'.repeat(32), `${'a'.repeat(31)}'`])
      expect(await look(code)).toBeNull();
  });

  it('of a statement is one a day for the same balance, and another after an entry', async () => {
    const query = '?date_from=2026-01-01&date_to=2026-12-31';
    const codes = async () =>
      (await owner.query<{ code: string; closing_minor: string }>('select code, closing_minor from statement_prints'))
        .rows;
    expect((await download(statementPdf, { token: jane.token, query })).status).toBe(200);
    expect((await download(statementPdf, { token: jane.token, query })).status).toBe(200);
    const [first, ...others] = await codes();
    expect(others).toEqual([]);
    const facts = await look(first?.code ?? '');
    expect(facts).toMatchObject({ kind: 'statement', issuer: 'Test business', number: null, fromOn: '2026-01-01' });
    expect(facts).toMatchObject({
      toOn: '2026-12-31',
      totalMinor: BigInt(first?.closing_minor ?? ''),
      accountEnd: '0154',
    });
    await api.issued({ client_id: clientId, lines: [line()] }, { issued_on: '2026-11-25' });
    await download(statementPdf, { token: jane.token, query });
    expect((await codes()).map((row) => BigInt(row.closing_minor))).toEqual([
      facts?.totalMinor,
      (facts?.totalMinor ?? 0n) + 10_000n,
    ]);
    await download(statementPdf, { token: stranger.token, query });
    expect(new Set((await codes()).map(({ code }) => code)).size).toBe(3);
  });

  it('of a statement that is drawn twice at once is one, and leaves the currency of a client without money free', async () => {
    const id = await tenant.addClient('Elsewhere');
    const person = await tenant.addPerson('client', id);
    const query = '?date_from=2026-01-01&date_to=2026-06-30';
    const twins = await Promise.all([1, 2, 3].map(() => download(statementPdf, { token: person.token, query })));
    expect(twins.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await owner.query('select code from statement_prints where client_id = $1', [id])).rowCount).toBe(1);
    await owner.query("update clients set currency = 'USD' where id = $1", [id]);
  });

  it('is looked up sixty times in a quarter of an hour from one address', async () => {
    const origin = { ip: '192.0.2.77', userAgent: null };
    for (let done = 0; done < triesPerWindow.lookup; done++) await countLookup(origin);
    await expect(countLookup(origin)).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' });
    await countLookup({ ip: '192.0.2.78', userAgent: null });
  });
});

describe('an e-invoice alone', () => {
  it('names what it lacks, and is XML once that is there', async () => {
    const lacking = await api.issued({ client_id: clientId, lines: [line()] });
    const refused = await call(teamXml, { token: tenant.admin.token, params: { id: lacking.id } });
    expect([refused.status, refused.body.missing]).toEqual([
      409,
      ['issuer.taxNumber', 'issuer.address', 'issuer.countryCode', 'recipient.countryCode'],
    ]);
    await owner.query("update tenants set tax_number = 'PT 510555123', address = 'Rua 1' where id = $1", [tenant.id]);
    await owner.query("update billing_settings set country_code = 'PT' where tenant_id = $1", [tenant.id]);
    await owner.query("update clients set country_code = 'PT' where id = $1", [clientId]);
    const { id, number } = await api.issued({ client_id: clientId, lines: [line()] });
    for (const [query, mark] of [
      ['', 'CrossIndustryInvoice'],
      ['?format=ubl', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'],
    ] as const) {
      const { status, bytes, headers } = await download(teamXml, { token: tenant.admin.token, params: { id }, query });
      expect([status, headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8']);
      expect(bytes.toString()).toContain(mark);
      expect(bytes.toString()).toContain(number);
    }
    const lacks = await call(teamXml, { token: tenant.admin.token, params: { id }, query: '?format=xrechnung' });
    expect([lacks.status, lacks.body.missing.includes('issuer.phone')]).toEqual([409, true]);
    expect((await call(teamXml, { token: tenant.admin.token, params: { id }, query: '?format=pdf' })).status).toBe(422);
  });
});
