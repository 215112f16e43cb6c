import type pg from 'pg';
import { POST as uploadTo } from '@/app/api/admin/gallery/route';
import { createOffice, type Office } from '@/tests/support/office';
import { phonePhoto } from '@/tests/support/pictures';
import { fileOf, upload } from '@/tests/support/upload';

export type Studio = Office & {
  projectId: string;
  /** A project of the other client. */
  otherProjectId: string;
  /** Uploads a phone's photo through the API, as the admin unless told otherwise. */
  addPhoto: (fields?: Record<string, string>, bytes?: Uint8Array<ArrayBuffer>) => ReturnType<typeof upload>;
};

/** A business with two clients and a project for each, and the means to upload photos there. */
export async function createStudio(owner: pg.Client): Promise<Studio> {
  const office = await createOffice(owner);
  const projectId = await office.addProject(office.clientId);
  const otherProjectId = await office.addProject(office.otherId);
  const addPhoto: Studio['addPhoto'] = async (fields = {}, bytes) => {
    const form: [string, string | File][] = Object.entries({ project_id: projectId, ...fields });
    const file = fileOf('IMG 0001.jpg', bytes ?? Uint8Array.from(await phonePhoto()));
    return upload(uploadTo, { token: office.admin.token, form: [...form, ['photo', file]] });
  };
  return { ...office, projectId, otherProjectId, addPhoto };
}

/** Opens the business's showcase, as its settings do. */
export async function openShowcase(owner: pg.Client, tenantId: string): Promise<string> {
  const { rows } = await owner.query('update tenants set showcase_enabled = true where id = $1 returning slug', [
    tenantId,
  ]);
  return rows[0].slug;
}
