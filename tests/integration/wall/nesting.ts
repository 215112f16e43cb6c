import { allowedRows } from '@/tests/integration/wall/seeing';
import type { Me } from '@/tests/support/wall/subject';
import { type AnyRow, keyColumns, nameOf, type TableName, type World } from '@/tests/support/wall/world';

/** A Prisma relation: to the rows whose column `of` has the parent's id, or to the row whose id is in the parent's `by`. */
type Branch = { relation: string; table: TableName; branches?: readonly Branch[] } & ({ of: string } | { by: string });

const file: Branch = { relation: 'file', table: 'stored_files', by: 'fileId' };
const photo: Branch[] = [{ relation: 'variants', table: 'photo_variants', of: 'photoId', branches: [file] }];

const underProject: Branch[] = [
  { relation: 'clientUser', table: 'users', by: 'clientUserId' },
  { relation: 'phases', table: 'phases', of: 'projectId' },
  {
    relation: 'updates',
    table: 'project_updates',
    of: 'projectId',
    branches: [
      { relation: 'comments', table: 'project_comments', of: 'updateId' },
      {
        relation: 'photos',
        table: 'project_update_photos',
        of: 'updateId',
        branches: [{ relation: 'photo', table: 'photos', by: 'photoId', branches: photo }],
      },
    ],
  },
  {
    relation: 'documents',
    table: 'documents',
    of: 'projectId',
    branches: [
      { relation: 'documentType', table: 'document_types', by: 'documentTypeId' },
      { relation: 'versions', table: 'document_versions', of: 'documentId', branches: [file] },
      { relation: 'pictures', table: 'document_pictures', of: 'documentId', branches: [file] },
      { relation: 'transitions', table: 'document_transitions', of: 'documentId' },
      { relation: 'downloads', table: 'document_downloads', of: 'documentId' },
    ],
  },
  { relation: 'photos', table: 'photos', of: 'projectId', branches: photo },
  {
    relation: 'tickets',
    table: 'support_tickets',
    of: 'projectId',
    branches: [
      { relation: 'messages', table: 'ticket_messages', of: 'ticketId' },
      { relation: 'notes', table: 'ticket_notes', of: 'ticketId' },
      { relation: 'attachments', table: 'ticket_attachments', of: 'ticketId', branches: [file] },
    ],
  },
  { relation: 'timeEntries', table: 'time_entries', of: 'projectId' },
];

/** Every relation below a client. */
export const underClient: readonly Branch[] = [
  { relation: 'users', table: 'users', of: 'clientId' },
  { relation: 'projects', table: 'projects', of: 'clientId', branches: underProject },
  {
    relation: 'invoices',
    table: 'invoices',
    of: 'clientId',
    branches: [
      { relation: 'lines', table: 'invoice_lines', of: 'invoiceId' },
      { relation: 'allocations', table: 'payment_allocations', of: 'invoiceId' },
      {
        relation: 'creditNotes',
        table: 'credit_notes',
        of: 'invoiceId',
        branches: [{ relation: 'lines', table: 'credit_note_lines', of: 'creditNoteId' }],
      },
      { relation: 'claims', table: 'payment_claims', of: 'invoiceId' },
    ],
  },
  {
    relation: 'payments',
    table: 'payments',
    of: 'clientId',
    branches: [{ relation: 'refunds', table: 'refunds', of: 'paymentId' }],
  },
  { relation: 'ledgerEntries', table: 'ledger_entries', of: 'partyId' },
];

/** The branches whose tables `me` may read. */
export function openBranches(world: World, me: Me, branches: readonly Branch[]): Branch[] {
  return branches
    .filter(({ table }) => allowedRows(world, me, table))
    .map((branch) => ({ ...branch, branches: openBranches(world, me, branch.branches ?? []) }));
}

/** Prisma's `select` for the key columns of a table and of its branches. */
export function selectOf(table: TableName, branches: readonly Branch[]): AnyRow {
  const names = keyColumns(table).map((column) => [column, true]);
  const nested = branches.map(({ relation, table: to, branches: under = [] }) => [
    relation,
    { select: selectOf(to, under) },
  ]);
  return Object.fromEntries([...names, ...nested]);
}

/** The rows visible to `me` by the oracle, nested, as sorted lines like `documents 1 > versions 2`. */
export function allowedLines(world: World, me: Me, table: TableName, branches: readonly Branch[]): string[] {
  const lines = (to: TableName, rows: readonly AnyRow[], under: readonly Branch[], path: string): string[] =>
    rows.flatMap((row) => {
      const here = `${path}${to} ${nameOf(to, row)}`;
      const below = under.flatMap((branch) => {
        const all: readonly AnyRow[] = allowedRows(world, me, branch.table) ?? [];
        const mine = all.filter((child) =>
          'of' in branch ? child[branch.of] === row.id : child.id === row[branch.by],
        );
        return lines(branch.table, mine, branch.branches ?? [], `${here} > `);
      });
      return [here, ...below];
    });
  return lines(table, allowedRows(world, me, table) ?? [], branches, '').sort();
}

/** The same lines from Prisma's result. */
export function shownLines(
  table: TableName,
  rows: readonly AnyRow[],
  branches: readonly Branch[],
  path = '',
): string[] {
  return rows.flatMap((row) => {
    const here = `${path}${table} ${nameOf(table, row)}`;
    const below = branches.flatMap((branch) => {
      // Prisma nests a list of rows; for a to-one relation, one row or null.
      const nested = row[branch.relation] as AnyRow[] | AnyRow | null;
      const children = Array.isArray(nested) ? nested : nested ? [nested] : [];
      return shownLines(branch.table, children, branch.branches ?? [], `${here} > `);
    });
    return [here, ...below];
  });
}
