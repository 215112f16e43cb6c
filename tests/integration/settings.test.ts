import { describe, expect, it } from 'vitest';
import { GET as me } from '@/app/api/me/route';
import { read, write } from '@/lib/authz/scope';
import { parseInput } from '@/lib/forms/validation';
import { changeSettings } from '@/lib/tenants/settings/commands';
import { getSettings } from '@/lib/tenants/settings/queries';
import { changeSettingsInput } from '@/lib/tenants/settings/schemas';
import { testDatabase } from '@/tests/support/database/database';
import { refusal } from '@/tests/support/database/refusal';
import { auditOf, createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { actorOf, adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

const wish = {
  name: 'Harbor & Pine',
  email: 'office@harborpine.example',
  phone: null,
  website: 'harborpine.example',
  address: null,
  taxNumber: 'PT 123',
  locale: 'de',
  timeZone: 'Asia/Kathmandu',
  currency: 'usd',
  accent: '#B3401F',
  showcaseEnabled: true,
  showcaseProjectNames: true,
  guestPassesEnabled: true,
  dateHistoryShown: true,
};

async function changed(more: object = {}) {
  const tenant = await createTestTenant(owner);
  const actor = await adminActor(owner, tenant.admin.email);
  const input = parseInput(changeSettingsInput, { ...wish, ...more });
  await write(actor, (db) => changeSettings(db, input, actor));
  return { tenant, actor };
}

describe('the settings of a business', () => {
  it('are kept, the web address with its scheme, and written to the audit trail once', async () => {
    const { tenant, actor } = await changed();
    const kept = { ...wish, website: 'https://harborpine.example', currency: 'USD' };
    expect(await read(actor, (db) => getSettings(db, actor))).toEqual(kept);
    const input = parseInput(changeSettingsInput, wish);
    await write(actor, (db) => changeSettings(db, input, actor));
    expect(await auditOf(owner, tenant.id)).toEqual([{ action: 'settings.changed', actor_id: tenant.admin.id }]);
  });

  it('reach its clients on their very next request, and nobody else’s', async () => {
    const other = await createTestTenant(owner);
    const { tenant } = await changed();
    const jane = await tenant.addPerson('client', await tenant.addClient());
    const theirs = await actorOf(owner, jane.email);
    expect(theirs).toMatchObject({
      tenant: { name: 'Harbor & Pine', accent: '#B3401F', timeZone: 'Asia/Kathmandu' },
    });
    const elsewhere = await call(me, { token: other.admin.token });
    expect(elsewhere.body.data.tenant).toMatchObject({ name: 'Test business', currency: 'EUR' });
  });

  it('are saved section by section: what a section does not name stays', async () => {
    const { actor } = await changed();
    await write(actor, (db) => changeSettings(db, parseInput(changeSettingsInput, { accent: '#2f5d50' }), actor));
    await write(actor, (db) => changeSettings(db, parseInput(changeSettingsInput, { taxNumber: null }), actor));
    const kept = { ...wish, website: 'https://harborpine.example', currency: 'USD' };
    const now = await read(actor, (db) => getSettings(db, actor));
    expect(now).toEqual({ ...kept, accent: '#2f5d50', taxNumber: null });
  });

  it('leave the currency of the clients that exist', async () => {
    const tenant = await createTestTenant(owner);
    const client = await tenant.addClient();
    const actor = await adminActor(owner, tenant.admin.email);
    await write(actor, (db) => changeSettings(db, parseInput(changeSettingsInput, wish), actor));
    const { rows } = await owner.query('select currency from clients where id = $1', [client]);
    expect(rows).toEqual([{ currency: 'EUR' }]);
  });

  it.each([
    ['name', ' '],
    ['email', 'office'],
    ['website', 'javascript:alert(1)'],
    ['website', 'ftp://harborpine.example'],
    ['website', 'not a site'],
    ['locale', 'tlh'],
    ['timeZone', 'Lisbon'],
    ['timeZone', '+01:00'],
    ['currency', 'EURO'],
    ['accent', 'red'],
    ['accent', '#12345'],
    ['accent', '#123456;} body{display:none'],
  ])('refuse %s %j on its field', async (field, value) => {
    const { code, fields } = await refusal(changed({ [field]: value }));
    expect([code, Object.keys(fields)]).toEqual(['VALIDATION', [field]]);
  });

  it('cannot be changed in the role of staff, whoever asks', async () => {
    const tenant = await createTestTenant(owner);
    const staff = await actorOf(owner, tenant.staff.email);
    const update = write(staff, (db) => db.tenant.update({ where: { id: tenant.id }, data: { name: 'Mine' } }));
    await expect(update).rejects.toThrow(/permission denied/);
  });
});
