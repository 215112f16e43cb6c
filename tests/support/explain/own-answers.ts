import { NextRequest } from 'next/server';
import { GET as creditNote } from '@/app/api/client/credit-notes/[id]/route';
import { GET as documentFile } from '@/app/api/client/documents/[id]/download/route';
import { GET as document } from '@/app/api/client/documents/[id]/route';
import { GET as photoFile } from '@/app/api/client/gallery/[id]/[variant]/route';
import { GET as photos } from '@/app/api/client/gallery/route';
import { GET as invoice } from '@/app/api/client/invoices/[id]/route';
import { GET as ledger } from '@/app/api/client/ledger/route';
import { GET as project } from '@/app/api/client/projects/[id]/route';
import { GET as ticket } from '@/app/api/client/support/[id]/route';
import { GET as hours } from '@/app/api/client/time-entries/route';
import { GET as update } from '@/app/api/client/updates/[id]/route';
import type { RouteHandler } from '@/lib/doors/facts';
import type { ExplainedType } from '@/lib/explain/rule';

export type AnyRecord = { type: ExplainedType; id: string; projectId: string | null };
type Way = (cookie: string, record: AnyRecord) => Promise<boolean>;

/** Whether a door answers with the record itself. HEAD, because the files of a random tenant have no bytes. */
const at =
  (handler: RouteHandler, params: (record: AnyRecord) => Record<string, string>, method = 'GET'): Way =>
  async (cookie, record) => {
    const request = new NextRequest('http://localhost:3000/api/test', { method, headers: { cookie } });
    const { status } = await handler(request, { params: Promise.resolve(params(record)) });
    if (![200, 401, 403, 404].includes(status)) throw new Error(`${record.type} ${record.id}: ${status}`);
    return status === 200;
  };

/** Whether one of the pages of a list holds the record. */
const among =
  (handler: RouteHandler): Way =>
  async (cookie, { id }) => {
    let cursor: string | null = '';
    while (cursor !== null) {
      const address = `http://localhost:3000/api/test?limit=200${cursor && `&cursor=${cursor}`}`;
      const answer = await handler(new NextRequest(address, { headers: { cookie } }), {});
      if (answer.status !== 200) return false;
      const page = (await answer.json()) as { data: { id: string }[]; next_cursor: string | null };
      if (page.data.some((row) => row.id === id)) return true;
      cursor = page.next_cursor;
    }
    return false;
  };

const byId = ({ id }: AnyRecord) => ({ id });

/** A phase is shown with its project. */
const inProject: Way = async (cookie, { id, projectId }) => {
  const request = new NextRequest('http://localhost:3000/api/test', { headers: { cookie } });
  const answer = await project(request, { params: Promise.resolve({ id: projectId ?? '' }) });
  if (answer.status !== 200) return false;
  const { data } = (await answer.json()) as { data: { phases: { id: string }[] } };
  return data.phases.some((phase) => phase.id === id);
};

/** Every way in which a person of a client gets a record of a kind from the API, files included. */
export const ownWays: Record<ExplainedType, Way[]> = {
  project: [at(project, byId)],
  phase: [inProject],
  project_update: [at(update, byId)],
  document: [at(document, byId), at(documentFile, byId, 'HEAD')],
  photo: [among(photos), at(photoFile, ({ id }) => ({ id, variant: 'large' }), 'HEAD')],
  time_entry: [among(hours)],
  invoice: [at(invoice, byId)],
  credit_note: [at(creditNote, byId)],
  ledger_entry: [among(ledger)],
  ticket: [at(ticket, byId)],
};
