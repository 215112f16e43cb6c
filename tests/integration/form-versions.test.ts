import { describe, expect, it, vi } from 'vitest';
import { updateProfileAction } from '@/app/account/actions';
import { changeClientAction } from '@/app/admin/clients/actions';
import { changeDocumentTypeAction } from '@/app/admin/document-types/actions';
import { changePhaseTemplateAction } from '@/app/admin/phase-templates/actions';
import { changePhaseAction, savePhaseAction } from '@/app/admin/projects/[id]/phases/actions';
import { changeProjectAction } from '@/app/admin/projects/actions';
import { changeBusinessAction, changeColourAction, changeReadingAction } from '@/app/admin/settings/actions';
import { placeUserAction } from '@/app/admin/users/actions';
import { GET as getClientRoute, PATCH as patchClient } from '@/app/api/admin/clients/[id]/route';
import { changeTenantAction } from '@/app/platform/tenants/actions';
import type { Actor } from '@/lib/authz/actor';
import { read } from '@/lib/authz/scope';
import { clientEdit } from '@/lib/clients/checks';
import { getClient } from '@/lib/clients/queries';
import type { ReadDb } from '@/lib/db/handles';
import { documentTypeEdit } from '@/lib/documents/types/checks';
import { getDocumentType } from '@/lib/documents/types/queries';
import type { DoorAction } from '@/lib/doors/action';
import { ownerMark } from '@/lib/doors/owner';
import { type FormState, idle } from '@/lib/forms/form-state';
import { ownerField, versionField } from '@/lib/forms/marks';
import { projectEdit } from '@/lib/projects/checks';
import { phaseEdit } from '@/lib/projects/phases/checks';
import { getPhase } from '@/lib/projects/queries';
import { getTeamProject } from '@/lib/projects/team-queries';
import { phaseTemplateEdit } from '@/lib/projects/templates/checks';
import { getPhaseTemplate } from '@/lib/projects/templates/queries';
import { tenantEdit } from '@/lib/tenants/checks';
import { getTenant } from '@/lib/tenants/queries';
import { settingsEdits } from '@/lib/tenants/settings/checks';
import { getSettings } from '@/lib/tenants/settings/queries';
import { userEdit } from '@/lib/users/checks';
import { profileEdit } from '@/lib/users/profile/checks';
import { getProfile } from '@/lib/users/profile/queries';
import { getUser } from '@/lib/users/queries';
import { testDatabase } from '@/tests/support/database/database';
import { createSuperAdmin } from '@/tests/support/factories/identity';
import { createPhaseTemplate } from '@/tests/support/factories/records';
import { insertRow } from '@/tests/support/factories/rows';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { actorOf, adminActor, platformActor } from '@/tests/support/identity/actors';
import { signIn } from '@/tests/support/identity/sign-in';

// The parts of Next that an action uses. A redirect is an answer here, not an error.
const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock('next/headers', () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => {
      const [, value] = new RegExp(`(?:^|; )${name}=([^;]*)`).exec(request.headers.get('cookie') ?? '') ?? [];
      return value === undefined ? undefined : { value };
    },
    set: () => undefined,
    delete: () => undefined,
  }),
}));
vi.mock('next/cache', () => ({ refresh: () => undefined }));
vi.mock('next/navigation', () => ({ redirect: () => undefined }));

const { owner } = await testDatabase();
const { id: tenantId, admin, staff, addClient, addPerson, addProject } = await createTestTenant(owner);
const operator = await createSuperAdmin(owner);
const admins = await adminActor(owner, admin.email);
const operators = await platformActor(owner, operator.email);
const staffs = await actorOf(owner, staff.email);
const cookies = new Map<Actor, string>();
for (const actor of [admins, staffs, operators]) cookies.set(actor, (await signIn(owner, actor.email)).cookie);

const clientId = await addClient('Rao villa');
const projectId = await addProject(clientId);
const place = { tenantId, clientId, projectId };
const phase = await insertRow(owner, 'phases', { ...place, key: 'roof', name: 'Roof', position: 0 });
const type = await insertRow(owner, 'document_types', { tenantId, name: 'Plan' });
const template = await createPhaseTemplate(owner, { id: tenantId });
const person = await addPerson('client', clientId);

/** Sends a form of an actor with this version, or none. */
async function send(action: DoorAction<unknown>, actor: Actor, fields: Record<string, string>, ...versions: string[]) {
  request.headers = new Headers({ host: 'a.example', origin: 'https://a.example', cookie: cookies.get(actor) ?? '' });
  const form = new FormData();
  form.set(ownerField, ownerMark(actor));
  for (const version of versions) form.append(versionField, version);
  for (const [name, text] of Object.entries(fields)) form.set(name, text);
  return (await action(idle, form)) as FormState;
}

const id = clientId;
const settings = { locale: 'en', timeZone: 'Europe/Lisbon', currency: 'EUR' };
const phaseState = { status: 'not_started', percent: '0', actualStartOn: '', actualEndOn: '' };
const shownState = Object.entries(phaseState).map(([name, text]) => [`shown.${name}`, text]);
const phaseFields = { name: 'Own', ...phaseState, ...Object.fromEntries(shownState) };

type Case = {
  title: string;
  action: DoorAction<unknown>;
  actor: Actor;
  fields: Record<string, string>;
  version: (db: ReadDb) => Promise<string>;
  /** What another tab writes meanwhile, and the field of the form that it changes. */
  meanwhile: string;
  changes: string;
};
const cases: Case[] = [
  {
    ...{ title: 'a client', action: changeClientAction, actor: admins, fields: { id, name: 'Own' } },
    version: async (db) => clientEdit.version(await getClient(db, { id })),
    ...{ meanwhile: `update clients set phone = '1' where id = '${id}'`, changes: 'phone' },
  },
  {
    ...{
      title: 'a document type',
      action: changeDocumentTypeAction,
      actor: admins,
      fields: { id: type.id, name: 'Own' },
    },
    version: async (db) => documentTypeEdit.version(await getDocumentType(db, type)),
    ...{ meanwhile: `update document_types set name = 'Theirs' where id = '${type.id}'`, changes: 'name' },
  },
  {
    ...{ title: 'a phase template', action: changePhaseTemplateAction, actor: admins },
    fields: { id: template.id, name: 'Own', 'phases.0.name': 'Walls' },
    version: async (db) => phaseTemplateEdit.version(await getPhaseTemplate(db, template)),
    ...{ meanwhile: `update phase_templates set name = 'Theirs' where id = '${template.id}'`, changes: 'name' },
  },
  {
    ...{ title: 'a project', action: changeProjectAction, actor: admins, fields: { id: projectId, name: 'Own' } },
    version: async (db) => projectEdit.version(await getTeamProject(db, { id: projectId })),
    ...{ meanwhile: `update projects set status = 'on_hold' where id = '${projectId}'`, changes: 'status' },
  },
  {
    ...{ title: 'a phase', action: changePhaseAction, actor: admins },
    fields: { id: projectId, phaseId: phase.id, ...phaseFields },
    version: async (db) => phaseEdit.version(await getPhase(db, { id: projectId, phaseId: phase.id })),
    ...{ meanwhile: `update phases set weight = 3 where id = '${phase.id}'`, changes: 'weight' },
  },
  {
    ...{ title: 'a row of the grid', action: savePhaseAction, actor: admins },
    fields: { id: projectId, phaseId: phase.id, ...phaseFields, percent: '50' },
    version: async (db) => phaseEdit.version(await getPhase(db, { id: projectId, phaseId: phase.id })),
    ...{
      meanwhile: `update phases set planned_end_on = '2026-01-05' where id = '${phase.id}'`,
      changes: 'plannedEndOn',
    },
  },
  {
    ...{ title: 'a person', action: placeUserAction, actor: admins, fields: { id: person.id, name: 'Own' } },
    version: async (db) => userEdit.version(await getUser(db, person)),
    ...{ meanwhile: `update users set phone = '2' where id = '${person.id}'`, changes: 'phone' },
  },
  {
    ...{ title: 'the own profile', action: updateProfileAction, actor: admins, fields: { name: 'Own' } },
    version: async (db) => profileEdit.version(await getProfile(db, admins)),
    ...{ meanwhile: `update users set phone = '3' where id = '${admin.id}'`, changes: 'phone' },
  },
  {
    ...{ title: 'the settings', action: changeBusinessAction, actor: admins, fields: { name: 'Own' } },
    version: async (db) => settingsEdits.business.version(await getSettings(db, admins)),
    ...{ meanwhile: `update tenants set website = 'https://a.example' where id = '${tenantId}'`, changes: 'website' },
  },
  {
    ...{ title: 'a business', action: changeTenantAction, actor: operators },
    fields: { id: tenantId, name: 'Harbor', storageQuotaGigabytes: '10' },
    version: async (db) => tenantEdit.version(await getTenant(db, { id: tenantId })),
    ...{ meanwhile: `update tenants set slug = 'theirs' where id = '${tenantId}'`, changes: 'slug' },
  },
];

describe.each(cases)('the form of $title', ({ action, actor, fields, version, meanwhile, changes }) => {
  it('is refused after another change, keeps what was typed, and saves with the version that the refusal names', async () => {
    const shown = await read(actor, version);
    await owner.query(meanwhile);
    const refused = await send(action, actor, fields, shown);
    const present = await read(actor, version);
    expect(refused).toMatchObject({
      status: 'failed',
      newer: present,
      message: expect.stringMatching(/nothing was saved/),
    });
    if (refused.status !== 'failed') return;
    expect(Object.keys(refused.fields)).toEqual([changes]);
    expect(refused.values).toMatchObject({ ...Object.fromEntries(Object.entries(fields).map(([k, v]) => [k, [v]])) });
    expect(await read(actor, version)).toBe(present);
    expect((await send(action, actor, fields, shown, present)).status).not.toBe('failed');
    expect(await read(actor, version)).not.toBe(present);
  });

  it('is refused without a version', async () => {
    expect(await send(action, actor, fields)).toMatchObject({ status: 'failed', newer: await read(actor, version) });
  });
});

describe('a conflict', () => {
  it('names who changed the record and when, to staff too, who cannot read the trail', async () => {
    const shown = await read(staffs, async (db) => projectEdit.version(await getTeamProject(db, { id: projectId })));
    await send(changeProjectAction, admins, { id: projectId, name: 'By the admin' }, shown);
    const { rows } = await owner.query<{ name: string }>('select name from users where id = $1', [admin.id]);
    const refused = await send(changeProjectAction, staffs, { id: projectId, name: 'By staff' }, shown);
    const words = new RegExp(`^${rows[0]?.name} changed this on \\w{3} \\d+, 20\\d\\d at \\d`);
    expect(refused).toHaveProperty('message', expect.stringMatching(words));
    expect(refused).toHaveProperty('fields.name', expect.stringContaining('“By the admin”'));
  });

  it('is no change of what the form does not show', async () => {
    const shown = await read(admins, async (db) => userEdit.version(await getUser(db, person)));
    await owner.query('update users set last_sign_in_at = now(), updated_at = now() where id = $1', [person.id]);
    expect((await send(placeUserAction, admins, { id: person.id, name: 'Again' }, shown)).status).not.toBe('failed');
  });

  it('is found by two forms that are sent at once: one of them wins', async () => {
    const shown = await read(admins, async (db) => clientEdit.version(await getClient(db, { id })));
    const both = await Promise.all(
      ['First', 'Second'].map((name) => send(changeClientAction, admins, { id, name }, shown)),
    );
    expect(both.filter((state) => state?.status === 'failed')).toHaveLength(1);
  });
});

describe('the API', () => {
  const one = (headers: Record<string, string>, name: string) =>
    call(patchClient, { token: admin.token, params: { id }, method: 'PATCH', body: { name }, headers });

  it('answers a record with its version as ETag, and refuses a PATCH whose If-Match is an older one', async () => {
    const { headers } = await call(getClientRoute, { token: staff.token, params: { id } });
    const tag = headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w.-]+"$/);
    const first = await one({ 'if-match': tag }, 'By one program');
    expect(first.status).toBe(200);
    const second = await one({ 'if-match': tag }, 'By another');
    expect(second.status).toBe(409);
    expect(`"${second.body.version}"`).toBe(first.headers.get('etag'));
    expect((await one({ 'if-match': `"${second.body.version}"` }, 'By another')).status).toBe(200);
  });

  it('changes without If-Match, and with one that any version matches', async () => {
    expect((await one({}, 'Plainly')).status).toBe(200);
    expect((await one({ 'if-match': '*' }, 'Any')).status).toBe(200);
  });
});

describe('a form on a German page', () => {
  const german = async (contractValue: string) => {
    const shown = await read(admins, async (db) => projectEdit.version(await getTeamProject(db, { id: projectId })));
    cookies.set(admins, `${cookies.get(admins)?.split('; oriel-locale')[0]}; oriel-locale=de`);
    return send(changeProjectAction, admins, { id: projectId, contractValue }, shown);
  };

  it('takes an amount as Germans write it, and shows how in its refusal', async () => {
    expect((await german('1.234,56')).status).not.toBe('failed');
    const stored = await owner.query('select contract_value_minor from projects where id = $1', [projectId]);
    expect(stored.rows).toEqual([{ contract_value_minor: '123456' }]);
    expect(await german('1.2.3')).toHaveProperty('fields.contractValue', expect.stringContaining('1.234,50'));
  });

  it('takes a time zone by an old name and stores the one of today', async () => {
    const shown = await read(admins, async (db) => settingsEdits.reading.version(await getSettings(db, admins)));
    const fields = { ...settings, timeZone: 'Asia/Calcutta' };
    expect((await send(changeReadingAction, admins, fields, shown)).status).toBe('done');
    const stored = await owner.query('select time_zone from tenants where id = $1', [tenantId]);
    expect(stored.rows).toEqual([{ time_zone: 'Asia/Kolkata' }]);
  });

  it('saves a section of the settings whatever happened to another section meanwhile', async () => {
    const shown = await read(admins, async (db) => settingsEdits.colour.version(await getSettings(db, admins)));
    await owner.query(`update tenants set website = 'https://b.example' where id = $1`, [tenantId]);
    expect((await send(changeColourAction, admins, { accent: '#123456' }, shown)).status).toBe('done');
  });
});
