import type pg from 'pg';
import { drawnPdf } from '@/tests/support/files/drawn-pdf';
import { tokenFor } from '@/tests/support/identity/sign-in';

export const manager = 'admin@harborpine.example';
export const project = 'Okafor residence: new house';

/** A PDF with its name on every page, in the form that Playwright's setInputFiles takes. */
export const pdfFile = async (name: string, pages = 1) => ({
  name: `${name}.pdf`,
  mimeType: 'application/pdf',
  buffer: await drawnPdf(name, pages),
});

/** Adds a document to the demo through the API, moves it through these states and returns its id. */
export async function addDocument(url: string, owner: pg.Client, title: string, ...states: string[]): Promise<string> {
  const headers = { authorization: `Bearer ${await tokenFor(owner, manager)}` };
  const of = async (path: string) => (await (await fetch(`${url}/api/admin/${path}`, { headers })).json()).data;
  const body = new FormData();
  body.append('project_id', (await of('projects')).find(({ name }: { name: string }) => name === project).id);
  body.append(
    'document_type_id',
    (await of('document-types')).find(({ name }: { name: string }) => name === 'Plan').id,
  );
  body.append('title', title);
  const { name, buffer } = await pdfFile(title, 3);
  body.append('file', new File([new Uint8Array(buffer)], name));
  const answer = await fetch(`${url}/api/admin/documents`, { method: 'POST', headers, body });
  const { id } = (await answer.json()).data;
  for (const to of states)
    await fetch(`${url}/api/admin/documents/${id}/transition`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ to }),
    });
  return id;
}
