import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '@/lib/authz/scope';
import { readBoard } from '@/lib/documents/team-queries';
import type { RouteHandler } from '@/lib/doors/facts';
import { testDatabase } from '@/tests/support/database/database';
import {
  createClient,
  createClientUser,
  createProject,
  createStaff,
  createSuperAdmin,
  createTenant,
} from '@/tests/support/factories/identity';
import { createCreditNote, createInvoice, createPayment } from '@/tests/support/factories/money';
import {
  createDocument,
  createDocumentType,
  createDocumentVersion,
  createStoredFile,
  publishVersion,
} from '@/tests/support/factories/records';
import { createTicket, createTicketMessage, createTicketNote } from '@/tests/support/factories/tickets';
import { createTestTenant } from '@/tests/support/fixtures/tenant';
import { call } from '@/tests/support/http/api';
import { adminActor } from '@/tests/support/identity/actors';
import { tokenFor } from '@/tests/support/identity/sign-in';
import { trackedFiles } from '@/tests/support/source/files';

const { owner } = await testDatabase();
const { id: tenantId, admin, staff } = await createTestTenant(owner);
const operator = await createSuperAdmin(owner);
const client = await createClient(owner, { id: tenantId }, { name: 'Haus' });
const person = await createClientUser(owner, client, { name: 'Person' });
const type = await createDocumentType(owner, { id: tenantId });
const project = await createProject(owner, client, { name: 'Haus' });
const tokens = {
  admin: admin.token,
  client: await tokenFor(owner, person.email),
  platform: await tokenFor(owner, operator.email),
};

async function addDocument(title: string, fileName: string): Promise<string> {
  const document = await createDocument(owner, project, type, { title });
  const file = await createStoredFile(owner, { tenantId }, { fileName });
  const version = await createDocumentVersion(owner, document, staff, { fileId: file.id });
  await publishVersion(owner, version);
  return document.id;
}

const idOf = async (row: Promise<{ id: string }>) => (await row).id;
const addProject = (values: { name?: string; address?: string }) => idOf(createProject(owner, client, values));
let sequence = 0;
/** Adds an issued invoice; the sequence behind its number makes it unique. */
async function addInvoice(of: Awaited<ReturnType<typeof createClient>>, number?: string): Promise<string> {
  sequence += 1;
  return idOf(createInvoice(owner, of, { status: 'issued', ...(number ? { number: `${number} ${sequence}` } : {}) }));
}
const documentColumns = {
  title: (text: string) => addDocument(text, 'a.pdf'),
  'file name': (text: string) => addDocument('Plan', text),
};

type Charged = Awaited<ReturnType<typeof createClient>>;
const addPayment = ({ id: clientId, currency }: Charged, reference: string | null = null) =>
  idOf(createPayment(owner, { tenantId, clientId, currency }, admin, { reference }));

/** Issues a credit note; the sequence behind its number makes it unique. */
async function addNote(of: Charged, number = 'CN'): Promise<string> {
  sequence += 1;
  const invoice = await createInvoice(owner, of, { status: 'issued', sequence, number: `N ${sequence}` });
  return idOf(createCreditNote(owner, invoice, admin, { sequence, number: `${number} ${sequence}` }));
}

const asker = { ...person, clientId: client.id };
const ticketColumns = {
  subject: (subject: string) => idOf(createTicket(owner, asker, { subject })),
  question: (body: string) => idOf(createTicket(owner, asker, { body })),
  message: async (body: string) => {
    const ticket = await createTicket(owner, asker);
    await createTicketMessage(owner, ticket, { ...asker, userType: 'client' }, { body });
    return ticket.id;
  },
};
const teamTicketColumns = {
  ...ticketColumns,
  note: async (body: string) => {
    const ticket = await createTicket(owner, asker);
    await createTicketNote(owner, ticket, staff, { body });
    return ticket.id;
  },
};

const projectColumns = {
  name: (name: string) => addProject({ name }),
  address: (address: string) => addProject({ address }),
};

/** Every list with a search: its caller, and for each searched column a factory of a row with this text in it. */
const lists: Record<string, [keyof typeof tokens, Record<string, (text: string) => Promise<string>>]> = {
  'app/api/admin/clients/route.ts': [
    'admin',
    { name: (name) => idOf(createClient(owner, { id: tenantId }, { name })) },
  ],
  'app/api/admin/documents/route.ts': ['admin', documentColumns],
  'app/api/admin/credit-notes/route.ts': [
    'admin',
    {
      number: (number) => addNote(client, number),
      "client's name": async (name) => addNote(await createClient(owner, { id: tenantId }, { name })),
    },
  ],
  'app/api/admin/payments/route.ts': [
    'admin',
    {
      reference: (reference) => addPayment(client, reference),
      "client's name": async (name) => addPayment(await createClient(owner, { id: tenantId }, { name })),
    },
  ],
  'app/api/admin/invoices/route.ts': [
    'admin',
    {
      number: (number) => addInvoice(client, number),
      "client's name": async (name) => addInvoice(await createClient(owner, { id: tenantId }, { name })),
    },
  ],
  'app/api/admin/projects/route.ts': [
    'admin',
    {
      ...projectColumns,
      "client's name": async (name) =>
        idOf(createProject(owner, await createClient(owner, { id: tenantId }, { name }))),
    },
  ],
  'app/api/admin/support/route.ts': ['admin', teamTicketColumns],
  'app/api/client/support/route.ts': ['client', ticketColumns],
  'app/api/admin/users/route.ts': ['admin', { name: (name) => idOf(createStaff(owner, { id: tenantId }, { name })) }],
  'app/api/client/documents/route.ts': ['client', documentColumns],
  'app/api/client/projects/route.ts': ['client', projectColumns],
  'app/api/platform/tenants/route.ts': ['platform', { name: (name) => idOf(createTenant(owner, { name })) }],
};

const handlers = new Map<string, RouteHandler>();
// The CSV of a list comes from the same query as the list.
for (const path of trackedFiles('app/**/route.ts').filter((file) => !file.endsWith('/csv/route.ts'))) {
  const { GET } = (await import(join(import.meta.dirname, '../..', path))) as { GET?: RouteHandler };
  // A CSV has the conditions of its list.
  if (GET?.door && 'search' in GET.door.input.shape && !path.endsWith('/csv/route.ts')) handlers.set(path, GET);
}

async function found(path: string, question: string): Promise<string[]> {
  const handler = handlers.get(path);
  if (!handler) throw new Error(`${path} has no search`);
  const [kind] = lists[path] ?? ['admin'];
  const { body } = await call(handler, {
    token: tokens[kind],
    query: `?limit=200&search=${encodeURIComponent(question)}`,
  });
  return body.data.map(({ id }: { id: string }) => id);
}

const text = 'Müller, Straße 7–9, O’Neill, Łódź ﬁxture 100 % Søren';
const questions = [
  ...['muller', 'MÜLLER', 'mu\u0308ller', 'strasse', 'STRASSE', 'straße', "o'n", 'o’neill', 'OʼN', 'o´neill', '7-9'],
  ...['lodz', 'fix', 'ﬁx', '100 %', 'soren', text, text.normalize('NFD'), text.normalize('NFKC')],
];

it('every list with a search is known here', () => {
  expect([...handlers.keys()].sort()).toEqual(Object.keys(lists).sort());
});

describe.each(Object.entries(lists))('the search of %s', (path, [, columns]) => {
  it.each(Object.entries(columns))('finds a %s whatever its accents, case and normal form', async (_, add) => {
    const rows = [await add(text), await add(text.normalize('NFD')), await add(text.normalize('NFKC'))];
    const other = await add('Mxller, Str_e 1000');
    for (const question of questions) {
      const ids = await found(path, question);
      expect([question, ids]).toEqual([question, expect.arrayContaining(rows)]);
      expect(ids).not.toContain(other);
    }
    expect(await found(path, 'str_e')).toContain(other);
    expect(await found(path, 'str_e')).not.toContain(rows[0]);
    expect(await found(path, 'str%e')).not.toContain(rows[0]);
  });
});

it('a person is found by their address in Unicode, a tenant by its slug', async () => {
  const { id } = await createStaff(owner, { id: tenantId }, { email: 'jörg@müller.example' });
  for (const question of ['jorg@', 'muller.ex', 'JÖRG@MÜLLER.EXAMPLE'])
    expect(await found('app/api/admin/users/route.ts', question)).toEqual([id]);
  const tenant = await createTenant(owner, { slug: 'kiln-and-clay' });
  expect(await found('app/api/platform/tenants/route.ts', 'And-Clay')).toEqual([tenant.id]);
});

it('the board and its counts search as the list does', async () => {
  const id = await addDocument('Ådal', 'a.pdf');
  const actor = await adminActor(owner, admin.email);
  const { counts, columns } = await read(actor, (db) => readBoard(db, { search: 'adal' }, actor));
  expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(1);
  expect(columns.flatMap(({ documents }) => documents.map((document) => document.id))).toEqual([id]);
});

describe('folded text', () => {
  const letters = fc.constantFrom(
    ..."abzAZ09 -_%'`´’ʼ‘“”–…½ÀéñüÅçßẞŁøÆœđıİſﬁﬀΣςάϐЙё한がｶﾞ①²ª",
    ...['\u0301', '\u0308', '\u0323', '\u00a0', '\u00ad', '\u200d', '\u2126', '\u212b', '\u1ffd', '\ud83c\udfe1'],
  );

  it('is the same for every normal form of a text, and folded text stays as it is', async () => {
    const texts = fc.array(fc.string({ unit: letters, maxLength: 20 }), { minLength: 200, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(texts, async (some) => {
        const { rows } = await owner.query(
          `select text from unnest($1::text[]) as texts (text)
           where not (oriel_fold(text) = all (array[oriel_fold(normalize(text, nfc)), oriel_fold(normalize(text, nfd)),
             oriel_fold(normalize(text, nfkc)), oriel_fold(normalize(text, nfkd)), oriel_fold(oriel_fold(text))]))`,
          [some],
        );
        expect(rows).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('is the same in a database of another language', async () => {
    const { rows } = await owner.query(
      `select oriel_fold('I' collate "tr-x-icu") as folded, oriel_fold('ISTANBUL ıİ') as city`,
    );
    expect(rows).toEqual([{ folded: 'i', city: 'istanbul ii' }]);
  });
});
