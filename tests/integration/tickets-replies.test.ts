import { describe, expect, it } from 'vitest';
import {
  PATCH as changeRoute,
  GET as readRoute,
  DELETE as removeRoute,
} from '@/app/api/admin/saved-replies/[id]/route';
import { POST as addRoute, GET as listRoute } from '@/app/api/admin/saved-replies/route';
import { GET as filledRoute } from '@/app/api/admin/support/[id]/saved-replies/[replyId]/route';
import { write } from '@/lib/authz/scope';
import { timingOf } from '@/lib/support/rule';
import { filled } from '@/lib/support/saved-replies/rule';
import { changeTargets } from '@/lib/support/settings/commands';
import { testDatabase } from '@/tests/support/database/database';
import { supportBusiness } from '@/tests/support/fixtures/tickets';
import { call } from '@/tests/support/http/api';
import { adminActor } from '@/tests/support/identity/actors';

const { owner } = await testDatabase();

describe('a saved reply', () => {
  it('is kept, listed by name, changed and removed by the team, and unknown to other businesses', async () => {
    const { staff, admin, person } = await supportBusiness(owner);
    const other = await supportBusiness(owner);
    const add = (token: string, body: object) => call(addRoute, { token, body });
    const { status, body } = await add(staff.token, { name: 'Thanks', body: 'Thank you, {person_name}.' });
    expect([status, body.data]).toMatchObject([201, { name: 'Thanks', body: 'Thank you, {person_name}.' }]);
    const at = (token: string) => ({ token, params: { id: body.data.id } });
    expect((await add(admin.token, { name: 'THANKS', body: 'x' })).body.errors).toHaveProperty('name');
    expect((await add(admin.token, { name: 'Nice', body: 'Dear {surname}' })).body.errors).toHaveProperty('body');
    expect((await add(person.token, { name: 'Mine', body: 'x' })).status).toBe(403);
    expect((await call(readRoute, at(other.staff.token))).status).toBe(404);
    const changed = await call(changeRoute, { ...at(admin.token), body: { name: 'Many thanks' }, method: 'PATCH' });
    expect(changed.body.data).toMatchObject({ name: 'Many thanks', body: 'Thank you, {person_name}.' });
    expect((await call(listRoute, { token: staff.token })).body.data).toHaveLength(1);
    expect((await call(removeRoute, { ...at(staff.token), method: 'DELETE' })).status).toBe(204);
    expect((await call(readRoute, at(staff.token))).status).toBe(404);
  });

  it('is filled in from its ticket', async () => {
    const { staff, person, opened, id: tenantId } = await supportBusiness(owner);
    const text = '{person_name} / {client_name} / {ticket_number} / {project}/ {my_name} / {business} / {subject}';
    const reply = (await call(addRoute, { token: staff.token, body: { name: 'All', body: text } })).body.data;
    const { id } = await opened();
    const { body } = await call(filledRoute, { token: staff.token, params: { id, replyId: reply.id } });
    expect(body.data.body).toBe(
      `${person.name} / Okafor residence / #1 / / ${staff.name} / Test business / A window sticks`,
    );
    expect(tenantId).toBeTruthy();
    const foreign = await supportBusiness(owner);
    const elsewhere = { token: staff.token, params: { id: (await foreign.opened()).id, replyId: reply.id } };
    expect((await call(filledRoute, elsewhere)).status).toBe(404);
  });

  it('keeps words in braces that are no placeholders, and fills values in once', () => {
    const values = { client_name: '{subject}', person_name: null, ticket_number: '#1', subject: 'S', project: null };
    const all = { ...values, my_name: 'M', business: 'B' };
    expect(filled('{client_name} {person_name}{other} {{subject}}', all)).toBe('{subject} {other} {S}');
  });
});

describe('the targets of a business', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 2, hour));

  it.each([
    [null, null, null],
    [4, null, { state: 'running', leftMinutes: 60 }],
    [2, null, { state: 'late', byMinutes: 60 }],
    [4, 11, { state: 'kept', tookMinutes: 180 }],
    [2, 11, { state: 'missed', tookMinutes: 180 }],
    [3, 11, { state: 'kept', tookMinutes: 180 }],
  ])('of %s hours, done at %s', (hours, done, timing) => {
    expect(timingOf(at(8), done === null ? null : at(done), hours, at(11))).toEqual(timing);
  });

  it('are set by an admin, whatever was set before', async () => {
    const { admin, id } = await supportBusiness(owner);
    const actor = await adminActor(owner, admin.email);
    for (const firstResponseHours of [4, 8, null])
      await write(actor, (db) => changeTargets(db, { firstResponseHours, resolutionHours: 48 }, actor));
    const { rows } = await owner.query('select * from support_settings where tenant_id = $1', [id]);
    expect(rows).toMatchObject([{ first_response_hours: null, resolution_hours: 48 }]);
  });
});
