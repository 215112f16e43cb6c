import type pg from 'pg';
import type { Reason } from '@/lib/explain/rule';
import type { AnyRecord } from '@/tests/support/explain/own-answers';

type Case = AnyRecord & { clientId: string; personId: string };

const person = (change: string) => `update users set ${change} where id = $1`;
const published = `update documents d set published_version_id = v.id, published_at = now(), status = 'published'
  from document_versions v where v.document_id = d.id and v.number = 1 and d.id = $2`;

/** The statement that removes a reason, with the person as $1, the record as $2 and its client as $3. */
const statements: Record<Exclude<Reason, 'otherPerson'>, string> = {
  otherClient: person('client_id = $3'),
  userInactive: person('is_active = true'),
  noClient: person('client_id = $3'),
  portalOff: person('client_portal_enabled = true'),
  clientInactive: 'update clients set is_active = true where id = (select client_id from users where id = $1)',
  ...{ documentDraft: published, documentPending: published, documentApproved: published },
  ...{ documentRejected: published, documentWithdrawn: published },
  photoInternal: "update photos set visibility = 'client' where id = $2",
  photoPublic: "update photos set visibility = 'client' where id = $2",
  updateDraft: 'update project_updates set published_at = now() where id = $2',
  hoursHidden:
    "update projects set hours_shown = 'entries' where id = (select project_id from time_entries where id = $2)",
  invoiceDraft: `update invoices set status = 'issued', number = left($2::text, 13), series = 'spare', sequence = 1 + floor(random() * 1e9)::int,
    issued_on = '2026-10-01', due_on = '2026-10-31' where id = $2`,
};

/** Removes a reason past the wall. A ticket has one person for good: nothing removes that it is another one's. */
export async function remove(owner: pg.Client, reason: Reason, { personId, id, clientId }: Case): Promise<void> {
  if (reason === 'otherPerson') throw new Error('A ticket stays its person’s');
  const text = statements[reason];
  const values = [personId, id, clientId];
  // PostgreSQL refuses parameters that a statement does not name.
  const used = [...new Set([...text.matchAll(/\$(\d)/g)].map(([, at]) => Number(at)))].sort();
  const renumbered = used.reduce((sql, at, index) => sql.replaceAll(`$${at}`, `$<${index + 1}>`), text);
  await owner.query(
    renumbered.replaceAll(/\$<(\d)>/g, '$$$1'),
    used.map((at) => values[at - 1]),
  );
}
