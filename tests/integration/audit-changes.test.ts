import { describe, expect, it } from 'vitest';
import { PATCH as changeClient } from '@/app/api/admin/clients/[id]/route';
import { PATCH as changePhase } from '@/app/api/admin/projects/[id]/phases/[phaseId]/route';
import { POST as addPhase } from '@/app/api/admin/projects/[id]/phases/route';
import { PATCH as changeProject } from '@/app/api/admin/projects/[id]/route';
import { testDatabase } from '@/tests/support/database/database';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';

const { owner } = await testDatabase();
const tenant = await createTestTenant(owner);
const { token } = tenant.admin;
const clientId = await tenant.addClient('Okafor residence');
const projectId = await tenant.addProject(clientId);

const wasOf = async (recordId: string, action: string) =>
  (
    await owner.query<{ was: unknown }>(
      `select detail -> 'was' as was from audit_entries where record_id = $1 and action = $2 order by created_at desc, id desc limit 1`,
      [recordId, action],
    )
  ).rows[0]?.was;

describe('the trail of a change', () => {
  it('keeps the values before of what differs, and nothing of what stays', async () => {
    const { status } = await call(changeProject, {
      token,
      params: { id: projectId },
      body: { name: 'Kitchen', address: '2 Quay Street', starts_on: '2026-03-01' },
    });
    expect(status).toBe(200);
    await call(changeProject, {
      token,
      params: { id: projectId },
      body: { name: 'Kitchen', starts_on: '2026-03-09', address: null },
    });
    expect(await wasOf(projectId, 'project.changed')).toEqual({ startsOn: '2026-03-01', address: '2 Quay Street' });
    await call(changeProject, { token, params: { id: projectId }, body: { name: 'Kitchen' } });
    expect(await wasOf(projectId, 'project.changed')).toEqual({});
  });

  it('tells a value that was none', async () => {
    await call(changeClient, { token, params: { id: clientId }, body: { phone: '+351 21 000 000' } });
    expect(await wasOf(clientId, 'client.changed')).toEqual({ phone: null });
  });

  it('never keeps an internal note', async () => {
    await call(changeClient, { token, params: { id: clientId }, body: { internal_notes: 'Pays late' } });
    await call(changeClient, { token, params: { id: clientId }, body: { internal_notes: 'Pays' } });
    const { rows } = await owner.query(`select from audit_entries where detail::text like '%Pays late%'`);
    expect(rows).toEqual([]);
  });

  it('knows the status and percent of a phase before', async () => {
    const { body } = await call(addPhase, { token, params: { id: projectId }, body: { name: 'Roof' } });
    const phaseId = (body as { data: { id: string } }).data.id;
    await call(changePhase, { token, params: { id: projectId, phaseId }, body: { percent: 40 } });
    expect(await wasOf(phaseId, 'phase.changed')).toMatchObject({ percent: 0, status: 'not_started' });
  });
});
