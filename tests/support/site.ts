import type pg from 'pg';
import { PATCH as change } from '@/app/api/admin/projects/[id]/phases/[phaseId]/route';
import { POST as order } from '@/app/api/admin/projects/[id]/phases/order/route';
import { POST as add, GET as list } from '@/app/api/admin/projects/[id]/phases/route';
import { call } from '@/tests/support/api';
import { createBusiness } from '@/tests/support/business';

/** A project of a business with phases of these names, and the API as its admin calls it. */
export async function createSite(owner: pg.Client, ...names: string[]) {
  const business = await createBusiness(owner);
  const clientId = await business.addClient();
  const id = await business.addProject(clientId);
  const { token } = business.admin;
  const addPhase = (body: object) => call(add, { token, params: { id }, body });
  const phases = async () => (await call(list, { token, params: { id } })).body.data;
  const ids: string[] = [];
  for (const name of names) ids.push((await addPhase({ name })).body.data.id);
  return {
    ...business,
    ...{ clientId, id, ids, addPhase, phases },
    changePhase: (phaseId: string, body: object) =>
      call(change, { token, params: { id, phaseId }, method: 'PATCH', body }),
    orderPhases: (phaseIds: unknown) => call(order, { token, params: { id }, body: { phase_ids: phaseIds } }),
    order: async (): Promise<string[]> => (await phases()).map(({ name }: { name: string }) => name),
  };
}
