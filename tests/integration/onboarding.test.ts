import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { redeemLink } from '@/lib/auth/link-redemption';
import { write } from '@/lib/authz/scope';
import { formInput } from '@/lib/forms/form-values';
import { parseInput } from '@/lib/forms/validation';
import { onboardClient } from '@/lib/onboarding/commands';
import { onboardClientInput } from '@/lib/onboarding/schemas';
import { testDatabase } from '@/tests/support/database/database';
import { refusal } from '@/tests/support/database/refusal';
import { auditOf, createTestTenant } from '@/tests/support/fixtures/tenant';
import { freshOrigin } from '@/tests/support/identity/account';
import { adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();
const fresh = () => `nia-${uuidv7().slice(-12)}@example.com`;

/** The form as a browser sends it: every field of the page, empty where nothing was typed. */
const blank: Record<string, string> = {
  ...{ 'client.name': '', 'client.kind': 'household', 'client.currency': 'EUR', 'client.email': '' },
  ...{ 'client.phone': '', 'client.address': '', 'client.internalNotes': '' },
  ...Object.fromEntries(
    [0, 1, 2, 3, 4, 5].flatMap((row) => [`people.${row}.name`, `people.${row}.email`]).map((name) => [name, '']),
  ),
  ...{ 'project.name': '', 'project.address': '', 'project.startsOn': '2027-03-01', 'project.template': '' },
};

async function createFixture() {
  const tenant = await createTestTenant(owner);
  const actor = await adminActor(owner, tenant.admin.email);
  const send = async (typed: Record<string, string>, clientId?: string) => {
    const data = new FormData();
    const fields = Object.entries(blank).filter(([name]) => clientId === undefined || !name.startsWith('client.'));
    for (const [name, value] of [...fields, ...Object.entries(typed)]) data.set(name, value);
    if (clientId !== undefined) data.set('clientId', clientId);
    const input = parseInput(onboardClientInput, formInput(onboardClientInput, data, 'en'));
    return write(actor, (db) => onboardClient(db, input, actor));
  };
  const counts = async () => {
    const { rows } = await owner.query<Record<string, number>>(
      `select (select count(*)::int from clients where tenant_id = $1) as clients,
        (select count(*)::int from users where tenant_id = $1 and user_type = 'client') as people,
        (select count(*)::int from projects where tenant_id = $1) as projects,
        (select count(*)::int from phases where tenant_id = $1) as phases`,
      [tenant.id],
    );
    return rows[0];
  };
  return { tenant, send, counts };
}

const fieldsOf = async (work: Promise<unknown>) => {
  const { code, fields } = await refusal(work);
  expect(code).toBe('VALIDATION');
  return Object.fromEntries(Object.entries(fields).map(([field, [message]]) => [field, message?.key]));
};

describe('a client taken on in one go', () => {
  it('has people with access, a project with phases and its contact, and a message for each person', async () => {
    const { send, counts } = await createFixture();
    const [nia, tom] = [fresh(), fresh()];
    const { client, project, links, hasPeople } = await send({
      ...{ 'client.name': 'Moss family', 'client.address': 'Mill lane 2' },
      ...{ 'people.0.name': 'Nia Moss', 'people.0.email': nia, 'people.1.name': 'Tom Moss', 'people.1.email': tom },
      ...{ 'project.name': 'Loft', 'project.template': 'built-in:loft' },
    });
    expect(await counts()).toEqual({ clients: 1, people: 2, projects: 1, phases: project?.phases.length });
    expect(hasPeople).toBe(true);
    expect(project?.phases[0]).toMatchObject({ plannedStartOn: '2027-03-01' });
    expect(project?.phases.length).toBeGreaterThanOrEqual(6);
    const { rows } = await owner.query(
      `select u.email, u.client_portal_enabled, p.name as contact_of from users u
       left join projects p on p.client_user_id = u.id where u.client_id = $1 order by u.name`,
      [client.id],
    );
    expect(rows).toEqual([
      { email: nia, client_portal_enabled: true, contact_of: 'Loft' },
      { email: tom, client_portal_enabled: true, contact_of: null },
    ]);
    expect(links.map(({ name, email }) => [name, email])).toEqual([
      ['Nia Moss', nia],
      ['Tom Moss', tom],
    ]);
    for (const { name, email, url, message } of links) {
      for (const part of [name, email, url, 'Loft', 'Test business']) expect(message).toContain(part);
      const token = url.split('/').at(-1) ?? '';
      await redeemLink({ token, password: 'a window of our own', purpose: 'invitation' }, freshOrigin());
    }
    expect((await auditOf(owner, client.id)).map(({ action }) => action)).toEqual(['client.created']);
  });

  it('may be a client alone', async () => {
    const { send, counts } = await createFixture();
    const { project, links, hasPeople } = await send({ 'client.name': 'Moss family' });
    expect([project, links, hasPeople]).toEqual([null, [], false]);
    expect(await counts()).toEqual({ clients: 1, people: 0, projects: 0, phases: 0 });
  });

  it('may be there already: then it gets the project, and its only person is the contact', async () => {
    const { tenant, send, counts } = await createFixture();
    const clientId = await tenant.addClient();
    const person = await tenant.addPerson('client', clientId);
    const { project, links } = await send({ 'project.name': 'Garage' }, clientId);
    expect(links).toEqual([]);
    expect(await counts()).toMatchObject({ clients: 1, people: 1, projects: 1 });
    const { rows } = await owner.query('select client_user_id from projects where id = $1', [project?.id]);
    expect(rows).toEqual([{ client_user_id: person.id }]);
  });

  it('is of the own business', async () => {
    const other = await createTestTenant(owner);
    const { send } = await createFixture();
    const clientId = await other.addClient();
    expect(await refusal(send({ 'project.name': 'Garage' }, clientId))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a refusal', () => {
  const nobody = { clients: 0, people: 0, projects: 0, phases: 0 };

  it('is at the field of each part, and of a row that is half filled', async () => {
    const { send, counts } = await createFixture();
    const half = { 'people.0.name': 'Nia Moss', 'people.2.email': fresh(), 'project.address': 'Mill lane 2' };
    expect(await fieldsOf(send({ 'client.name': 'Moss family', ...half }))).toEqual({
      ...{ 'people.0.email': 'required', 'people.2.name': 'required', 'project.name': 'required' },
    });
    expect(await fieldsOf(send({ 'people.1.email': 'no address' }))).toEqual({
      ...{ 'client.name': 'required', 'people.1.email': 'email' },
    });
    const email = fresh();
    const twice = { 'people.0.name': 'Nia', 'people.0.email': email, 'people.1.name': 'Tom', 'people.1.email': email };
    expect(await fieldsOf(send({ 'client.name': 'Moss family', ...twice }))).toEqual({
      'people.1.email': 'emailTaken',
    });
    expect(await counts()).toEqual(nobody);
  });

  it('of taken addresses comes before anything is written, and is in the trail', async () => {
    const { tenant, send, counts } = await createFixture();
    const typed = { 'client.name': 'Moss family', 'people.0.name': 'Nia', 'people.0.email': fresh() };
    const taken = { 'people.1.name': 'Tom', 'people.1.email': tenant.staff.email };
    const also = { 'people.3.name': 'Ada', 'people.3.email': tenant.admin.email };
    expect(await fieldsOf(send({ ...typed, ...taken, ...also }))).toEqual({
      ...{ 'people.1.email': 'emailTaken', 'people.3.email': 'emailTaken' },
    });
    expect(await counts()).toEqual(nobody);
    expect((await auditOf(owner, tenant.staff.id)).map(({ action }) => action)).toEqual(['user.address_refused']);
  });

  it('of the last part leaves nothing of the first ones', async () => {
    const { send, counts } = await createFixture();
    const person = { 'client.name': 'Moss family', 'people.0.name': 'Nia', 'people.0.email': fresh() };
    const unknown = { 'project.name': 'Loft', 'project.template': `own:${uuidv7()}` };
    expect(await fieldsOf(send({ ...person, ...unknown }))).toEqual({ 'project.template': 'unknownTemplate' });
    expect(await fieldsOf(send({ ...person, 'project.name': 'Loft', 'client.currency': 'XXQ' }))).toEqual({
      'client.currency': 'currency',
    });
    expect(await counts()).toEqual(nobody);
  });

  it('of an existing client needs a person or a project', async () => {
    const { tenant, send } = await createFixture();
    const clientId = await tenant.addClient();
    expect(await fieldsOf(send({}, clientId))).toEqual({ 'project.name': 'required' });
  });
});
