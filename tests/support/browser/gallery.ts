import type pg from 'pg';
import { createProject } from '@/tests/support/factories/identity';
import { phonePhoto } from '@/tests/support/files/pictures';
import { tokenFor } from '@/tests/support/identity/sign-in';

export const manager = 'admin@harborpine.example';
export const jane = 'jane@okafor.example';

/** Inserts a project of Jane's client without photos and returns its id. */
export async function emptyProject(owner: pg.Client, name: string): Promise<string> {
  const { rows } = await owner.query<{ tenantId: string; id: string }>(
    `select tenant_id as "tenantId", client_id as id from users where email = $1`,
    [jane],
  );
  if (!rows[0]) throw new Error('The demo has no Jane');
  return (await createProject(owner, rows[0], { name })).id;
}

/** Small photos that all look different, in the form that Playwright's setInputFiles takes. */
export async function photoFiles(count: number, size: { width: number; height: number } = { width: 240, height: 160 }) {
  const files = [];
  for (let seed = 0; seed < count; seed++) {
    const takenAt = `2026:0${1 + (seed % 9)}:1${seed % 10} 10:00:${String(seed % 60).padStart(2, '0')}`;
    const buffer = await phonePhoto({ ...size, seed, takenAt });
    files.push({ name: `IMG_${String(seed).padStart(4, '0')}.jpg`, mimeType: 'image/jpeg', buffer });
  }
  return files;
}

/** Uploads photos to a project through the portal's API and returns their ids in the order of the files. */
export async function addPhotos(url: string, owner: pg.Client, projectId: string, fields: Record<string, string>[]) {
  const token = await tokenFor(owner, manager);
  const files = await photoFiles(fields.length, { width: 600, height: 400 });
  const ids: string[] = [];
  for (const [index, file] of files.entries()) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ project_id: projectId, ...fields[index] })) form.append(name, value);
    form.append('photo', new File([Uint8Array.from(file.buffer)], file.name, { type: file.mimeType }));
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${url}/api/admin/gallery`, { method: 'POST', headers, body: form });
    const { data } = (await answer.json()) as { data: { id: string } };
    ids.push(data.id);
  }
  return ids;
}
