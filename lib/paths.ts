type Query = Record<string, string | number | boolean | null | undefined>;

/** An address with its query; empty, null and undefined values are left out. */
export function withQuery(path: string, query: Query): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === null || value === '' ? [] : [[key, String(value)]],
  );
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`;
}

/** One segment of an address. Ids are uuids and tokens are base64url, but the input may be any text. */
const s = encodeURIComponent;

/** Every address of the portal, for pages, mails and redirects, so that moving one is one edit. */
export const paths = {
  home: '/',
  signIn: (returnTo?: string) => withQuery('/sign-in', { return_to: returnTo }),
  signInTo: (tenantSlug: string) => `/sign-in/${s(tenantSlug)}`,
  chooseBusiness: (returnTo?: string) => withQuery('/choose-business', { return_to: returnTo }),
  signOut: '/sign-out',
  forgotPassword: '/forgot-password',
  forgotPasswordSent: '/forgot-password?sent=1',
  resetPassword: (token: string) => `/reset-password/${s(token)}`,
  invitation: (token: string) => `/invitation/${s(token)}`,
  setup: (token: string) => `/setup/${s(token)}`,
  stopMails: (token: string) => `/stop-mails/${s(token)}`,
  noAccess: '/no-access',
  verify: (code: string) => `/verify/${s(code)}`,
  showcase: (tenantSlug: string) => `/showcase/${s(tenantSlug)}`,

  client: {
    home: '/client',
    projects: '/client/projects',
    project: {
      show: (id: string) => `/client/projects/${s(id)}`,
      phases: (id: string) => `/client/projects/${s(id)}/phases`,
      updates: (id: string) => `/client/projects/${s(id)}/updates`,
      photos: (id: string) => `/client/projects/${s(id)}/photos`,
      documents: (id: string) => `/client/projects/${s(id)}/documents`,
      invoices: (id: string) => `/client/projects/${s(id)}/invoices`,
      hours: (id: string) => `/client/projects/${s(id)}/hours`,
      tickets: (id: string) => `/client/projects/${s(id)}/tickets`,
    },
    progress: '/client/progress',
    documents: '/client/documents',
    document: (id: string) => `/client/documents/${s(id)}`,
    gallery: '/client/gallery',
    support: '/client/support',
    newTicket: (about: { about_type?: string; about_id?: string; project_id?: string | undefined } = {}) =>
      withQuery('/client/support/new', about),
    ticket: (id: string) => `/client/support/${s(id)}`,
    ledger: '/client/ledger',
    statement: (span: { date_from?: string; date_to?: string } = {}) => withQuery('/client/ledger/statement', span),
    invoices: (filter: { status?: 'paid' | 'unpaid' | 'overdue' } = {}) => withQuery('/client/invoices', filter),
    invoice: (id: string) => `/client/invoices/${s(id)}`,
    creditNote: (id: string) => `/client/credit-notes/${s(id)}`,
    timeEntries: (filter: { project_id?: string; date_from?: string; date_to?: string } = {}) =>
      withQuery('/client/time-entries', filter),
    notifications: '/client/notifications',
    search: (query: { q?: string; kinds?: string } = {}) => withQuery('/client/search', query),
    settings: '/client/settings',
    guests: '/client/settings/guests',
    guest: (id: string) => `/client/settings/guests/${s(id)}`,
    mailSettings: '/client/settings/mail',
    exports: '/client/settings/export',
    access: (filter: { way?: string | null; cursor?: string | null; looks?: string | null } = {}) =>
      withQuery('/client/settings/access', filter),
  },

  /** What the holder of a guest pass sees; `open` is the link itself. */
  guest: {
    open: (token: string) => `/guest/${s(token)}`,
    home: '/guest',
    project: (id: string) => `/guest/projects/${s(id)}`,
    documents: (id: string) => `/guest/projects/${s(id)}/documents`,
    photos: (id: string) => `/guest/projects/${s(id)}/photos`,
    updates: (id: string) => `/guest/projects/${s(id)}/updates`,
    hours: (id: string) => `/guest/projects/${s(id)}/hours`,
    invoices: '/guest/invoices',
    invoice: (id: string) => `/guest/invoices/${s(id)}`,
    creditNote: (id: string) => `/guest/credit-notes/${s(id)}`,
    account: '/guest/account',
    invoicePdf: (id: string) => `/guest/files/invoices/${s(id)}`,
    creditNotePdf: (id: string) => `/guest/files/credit-notes/${s(id)}`,
    document: (id: string) => `/guest/files/documents/${s(id)}`,
    photo: (id: string, variant: string) => `/guest/files/photos/${s(id)}/${s(variant)}`,
  },

  admin: {
    home: '/admin',
    clients: records('/admin/clients'),
    clientExports: (clientId: string) => `/admin/clients/${s(clientId)}/export`,
    users: records('/admin/users'),
    seenBy: (id: string) => `/admin/users/${s(id)}/sees`,
    explain: (type: string, id: string, filter: { people?: 'everybody'; cursor?: string | null } = {}) =>
      withQuery(`/admin/explain/${s(type)}/${s(id)}`, filter),
    projects: {
      ...records('/admin/projects'),
      phases: (id: string) => `/admin/projects/${s(id)}/phases`,
      phase: (id: string, phaseId: string) => `/admin/projects/${s(id)}/phases/${s(phaseId)}`,
      updates: (id: string) => `/admin/projects/${s(id)}/updates`,
      update: (id: string, updateId: string) => `/admin/projects/${s(id)}/updates/${s(updateId)}`,
      documents: (id: string) => `/admin/projects/${s(id)}/documents`,
      invoices: (id: string) => `/admin/projects/${s(id)}/invoices`,
      schedule: (id: string) => `/admin/projects/${s(id)}/schedule`,
      tickets: (id: string) => `/admin/projects/${s(id)}/tickets`,
      photos: (id: string) => `/admin/projects/${s(id)}/photos`,
      hours: (id: string) => `/admin/projects/${s(id)}/hours`,
      upload: (id: string, prefer: 'photos' | 'documents') => withQuery(`/admin/projects/${s(id)}/upload`, { prefer }),
    },
    documents: records('/admin/documents'),
    gallery: '/admin/gallery',
    photo: (id: string) => `/admin/gallery/${s(id)}`,
    support: '/admin/support',
    ticket: (id: string, reply?: string) => withQuery(`/admin/support/${s(id)}`, { reply }),
    newTicket: (of: { client_id?: string; project_id?: string } = {}) => withQuery('/admin/support/new', of),
    savedReplies: records('/admin/saved-replies'),
    invoices: records('/admin/invoices'),
    ledger: (filter: { party_id?: string } = {}) => withQuery('/admin/ledger', filter),
    postEntry: (filter: { party_id?: string } = {}) => withQuery('/admin/ledger/new', filter),
    ageing: '/admin/ledger/ageing',
    statement: (clientId: string, span: { date_from?: string; date_to?: string } = {}) =>
      withQuery(`/admin/clients/${s(clientId)}/statement`, span),
    creditNotes: records('/admin/credit-notes'),
    payments: records('/admin/payments'),
    paymentClaim: (id: string) => `/admin/payments/claims/${s(id)}`,
    hours: {
      list: '/admin/time-entries',
      week: (filter: { user_id?: string | undefined; week?: string } = {}) =>
        withQuery('/admin/time-entries/week', filter),
      edit: (id: string) => `/admin/time-entries/${s(id)}/edit`,
    },
    documentTypes: records('/admin/document-types'),
    phaseTemplates: records('/admin/phase-templates'),
    notifications: '/admin/notifications',
    search: (query: { q?: string; kinds?: string } = {}) => withQuery('/admin/search', query),
    audit: '/admin/audit',
    imports: records('/admin/imports'),
    outbox: '/admin/outbox',
    mail: (id: string) => `/admin/outbox/${s(id)}`,
    settings: '/admin/settings',
    account: '/admin/account',
    mailSettings: '/admin/account/mail',
  },

  /** Files: each request passes the guard of its address. */
  files: {
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
  },

  platform: {
    home: '/platform',
    tenants: records('/platform/tenants'),
    audit: '/platform/audit',
    account: '/platform/account',
  },
} as const;

/** The four addresses of a kind of record: its list, the form for a new one, one of them, and its form. */
function records<const P extends string>(base: P) {
  return {
    list: base,
    new: `${base}/new`,
    show: (id: string) => `${base}/${s(id)}`,
    edit: (id: string) => `${base}/${s(id)}/edit`,
  } as const;
}
