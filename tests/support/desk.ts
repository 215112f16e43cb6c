import type pg from 'pg';
import { GET as show } from '@/app/api/admin/documents/[id]/route';
import { POST as transition } from '@/app/api/admin/documents/[id]/transition/route';
import { POST as addVersion } from '@/app/api/admin/documents/[id]/versions/route';
import { POST as create } from '@/app/api/admin/documents/route';
import { GET as fetchOwn } from '@/app/api/client/documents/[id]/download/route';
import { GET as previewOwn } from '@/app/api/client/documents/[id]/preview/route';
import { GET as showOwn } from '@/app/api/client/documents/[id]/route';
import { GET as listOwn } from '@/app/api/client/documents/route';
import { call } from '@/tests/support/api';
import type { Member } from '@/tests/support/business';
import { createDocumentType } from '@/tests/support/factories-records';
import { createOffice } from '@/tests/support/office';
import { download, fileOf, smallPdf, upload } from '@/tests/support/upload';

type TypeWishes = { requiresApproval?: boolean; forbidsOwnApproval?: boolean };

/** An office with a project of its client, and the ways in which documents come, move and are seen. */
export async function createDesk(owner: pg.Client, wishes: TypeWishes = {}) {
  const office = await createOffice(owner);
  const { admin, clientId, addProject } = office;
  const projectId = await addProject(clientId);
  const type = await createDocumentType(owner, office, wishes);
  const fields: [string, string][] = [
    ['project_id', projectId],
    ['document_type_id', type.id],
  ];
  const file = (text: string): [string, File] => ['file', fileOf('plan.pdf', smallPdf(text), 'application/pdf')];

  return {
    ...office,
    projectId,
    type,
    /** Uploads a document, as the admin unless told otherwise, and answers with its id. */
    uploadDocument: async ({ by = admin, text = 'first', title = 'Floor plan' } = {}): Promise<string> => {
      const form: [string, string | File][] = [...fields, ['title', title], file(text)];
      const { status, body } = await upload(create, { token: by.token, form });
      if (status !== 201) throw new Error(`The upload was answered with ${status}: ${JSON.stringify(body)}`);
      return body.data.id;
    },
    uploadVersion: (id: string, text: string, by: Member = admin) =>
      upload(addVersion, { token: by.token, params: { id }, form: [file(text)] }),
    move: (
      id: string,
      to: string,
      { by = admin, ...more }: { by?: Member; reason?: string; from?: string; version?: number } = {},
    ) => call(transition, { token: by.token, params: { id }, body: { to, ...more } }),
    show: async (id: string, by: Member = admin) => (await call(show, { token: by.token, params: { id } })).body.data,
  };
}

export type Desk = Awaited<ReturnType<typeof createDesk>>;

/** Puts a document with one version into a state, past the rules. Published means that its version is out. */
export async function putInto(owner: pg.Client, id: string, status: string): Promise<void> {
  await owner.query(
    `update documents d set status = $2::document_status,
       published_version_id = case when $2 = 'published' then v.id end,
       published_at = case when $2 = 'published' then now() end
     from document_versions v where d.id = $1 and v.document_id = d.id`,
    [id, status],
  );
}

/** What a person of the client sees of a document, by every way there is. */
export async function sightOf({ token }: Member, id: string) {
  const params = { id };
  const list = await call(listOwn, { token });
  const bytes = await download(fetchOwn, { token, params });
  const shown = await download(previewOwn, { token, params });
  return {
    listed: list.body.data.some((document: { id: string }) => document.id === id),
    detail: (await call(showOwn, { token, params })).status,
    download: bytes.status,
    preview: shown.status,
    version: bytes.status === 200 ? (/^% (.*)$/m.exec(bytes.bytes.toString('latin1'))?.[1] ?? null) : null,
  };
}

export const unseen = { listed: false, detail: 404, download: 404, preview: 404, version: null };
export const seen = (version: string) => ({ listed: true, detail: 200, download: 200, preview: 200, version });
