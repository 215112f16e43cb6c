import { type Query, segment as s, withQuery } from '@/lib/address-parts';

/** The addresses of files and of the JSON that pages read. Each request passes the guard of its address. */
export const filePaths = {
  document: (id: string) => `/api/client/documents/${s(id)}/download`,
  documentPreview: (id: string) => `/api/client/documents/${s(id)}/preview`,
  documentPicture: (id: string) => `/api/client/documents/${s(id)}/picture`,
  documentVersion: (id: string, version: number) => withQuery(`/api/admin/documents/${s(id)}/download`, { version }),
  documentVersionPreview: (id: string, version: number) =>
    withQuery(`/api/admin/documents/${s(id)}/preview`, { version }),
  documentVersionPicture: (id: string, version: number) =>
    withQuery(`/api/admin/documents/${s(id)}/picture`, { version }),
  invoicePdf: (area: 'client' | 'admin', id: string) => `/api/${area}/invoices/${s(id)}/pdf`,
  ledgerCsv: (area: 'client' | 'admin', filter: Query) => withQuery(`/api/${area}/ledger/csv`, filter),
  statement: (kind: 'pdf' | 'csv', span: { date_from: string; date_to: string }, clientId?: string) =>
    withQuery(
      clientId === undefined
        ? `/api/client/ledger/statement/${kind}`
        : `/api/admin/clients/${s(clientId)}/statement/${kind}`,
      span,
    ),
  ageingCsv: '/api/admin/ledger/ageing/csv',
  invoiceXml: (area: 'client' | 'admin', id: string, format: string) =>
    `/api/${area}/invoices/${s(id)}/xml?format=${s(format)}`,
  creditNoteXml: (area: 'client' | 'admin', id: string, format: string) =>
    `/api/${area}/credit-notes/${s(id)}/xml?format=${s(format)}`,
  trailArchive: (id: string) => `/api/admin/audit/archives/${s(id)}/download`,
  erasureCsv: (id: string) => `/api/admin/users/${s(id)}/erasure/csv`,
  auditCsv: (filter: {
    actorId?: string | undefined;
    recordType?: string | undefined;
    recordId?: string | undefined;
    action?: string | undefined;
    dateFrom?: string | undefined;
    dateTo?: string | undefined;
  }) =>
    withQuery('/api/admin/audit/csv', {
      ...{ actor_id: filter.actorId, record_type: filter.recordType, record_id: filter.recordId },
      ...{ action: filter.action, date_from: filter.dateFrom, date_to: filter.dateTo },
    }),
  moneyCsv: (list: 'invoices' | 'payments' | 'credit-notes' | 'refunds', filter: Query = {}) =>
    withQuery(`/api/admin/${list}/csv`, filter),
  calendar: (token: string) => `/api/calendar/${s(token)}.ics`,
  hoursCsv: (area: 'client' | 'admin', filter: Query = {}) => withQuery(`/api/${area}/time-entries/export`, filter),
  claimWithProof: (invoiceId: string) => `/api/client/invoices/${s(invoiceId)}/claims/with-proof`,
  claimProof: (area: 'client' | 'admin', id: string) => `/api/${area}/payment-claims/${s(id)}/proof`,
  creditNotePdf: (area: 'client' | 'admin', id: string) => `/api/${area}/credit-notes/${s(id)}/pdf`,
  openTicket: (area: 'client' | 'admin') => `/api/${area}/support/with-attachments`,
  unreadTickets: (area: 'client' | 'admin') => `/api/${area}/support/unread`,
  replyToTicket: (area: 'client' | 'admin', id: string) => `/api/${area}/support/${s(id)}/messages/with-attachments`,
  ticketFile: (area: 'client' | 'admin', id: string, attachmentId: string) =>
    `/api/${area}/support/${s(id)}/attachments/${s(attachmentId)}`,
  filledReply: (ticketId: string, replyId: string) => `/api/admin/support/${s(ticketId)}/saved-replies/${s(replyId)}`,
  uploadDocument: '/api/admin/documents',
  uploadDocumentVersion: (id: string) => `/api/admin/documents/${s(id)}/versions`,
  photo: (area: 'client' | 'admin', id: string, variant: string) => `/api/${area}/gallery/${s(id)}/${s(variant)}`,
  showcasePhoto: (tenantSlug: string, id: string, variant: string) =>
    `/showcase/${s(tenantSlug)}/photos/${s(id)}/${s(variant)}`,
  /** `version` changes with the logo, so that browsers do not show the previous one. */
  logo: (version?: string) => withQuery('/api/logo', { v: version }),
  signInLogo: (tenantSlug: string, version: string) => withQuery(`/sign-in/${s(tenantSlug)}/logo`, { v: version }),
  showcaseLogo: (tenantSlug: string) => `/showcase/${s(tenantSlug)}/logo`,
  /** For mail programs, which post to the address in the head of a mail (RFC 8058). */
  stopMails: (token: string) => `/api/stop-mails/${s(token)}`,
  uploadPhoto: '/api/admin/gallery',
  sentFile: (projectId: string, kind: 'document' | 'photo', sha256: string) =>
    withQuery(`/api/admin/projects/${s(projectId)}/sent-files`, { kind, sha256 }),
  clientExport: (area: 'client' | 'admin', id: string) => `/api/${area}/exports/${s(id)}/download`,
  uploadLogo: '/api/admin/logo',
  uploadImport: '/api/admin/imports',
  importTemplate: (kind: string) => `/api/admin/imports/templates/${s(kind)}`,
  importProblems: (id: string) => `/api/admin/imports/${s(id)}/problems/csv`,
  notifications: (area: 'client' | 'admin') => `/api/${area}/notifications`,
  search: (area: 'client' | 'admin') => `/api/${area}/search`,
  live: '/api/live',
} as const;
