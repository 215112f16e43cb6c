import { join } from 'node:path';
import { NextRequest } from 'next/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { UserType } from '@/lib/authz/actor';
import { anyUser } from '@/lib/authz/guards';
import { type DoorAction, defineAction } from '@/lib/doors/action';
import { ownerMark } from '@/lib/doors/owner';
import { defineWriteRoute } from '@/lib/doors/route';
import { idle } from '@/lib/forms/form-state';
import { ownerField } from '@/lib/forms/marks';
import errors from '@/lib/i18n/messages/en/errors.json';
import { testDatabase } from '@/tests/support/database/database';
import { createSuperAdmin } from '@/tests/support/factories/identity';
import { createTenantFixture } from '@/tests/support/fixtures/tenant-with-clients';
import { actorOf } from '@/tests/support/identity/actors';
import { signIn } from '@/tests/support/identity/sign-in';
import { sourceFiles } from '@/tests/support/source/files';

// The parts of Next that an action uses: the request's headers and cookies, and `refresh`.
const request = vi.hoisted(() => ({ headers: new Headers(), refreshed: 0 }));
vi.mock('next/headers', () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => {
      const [, value] = new RegExp(`(?:^|; )${name}=([^;]*)`).exec(request.headers.get('cookie') ?? '') ?? [];
      return value === undefined ? undefined : { value };
    },
    set: () => undefined,
    delete: () => undefined,
  }),
}));
vi.mock('next/cache', () => ({
  refresh: () => {
    request.refreshed += 1;
  },
}));

const { owner } = await testDatabase();
const host = 'portal.example.com';
const own = { host, origin: `https://${host}`, 'sec-fetch-site': 'same-origin' };

/** Calls an action with these request headers and a form that has a mark of its owner only, or nothing. */
function send(action: DoorAction<unknown>, headers: Record<string, string>, mark?: string) {
  request.headers = new Headers(headers);
  const form = new FormData();
  if (mark !== undefined) form.set(ownerField, mark);
  return action(idle, form);
}

const cookies = {} as Record<UserType, string>;
const marks = {} as Record<UserType, string>;
beforeAll(async () => {
  const { admin, staff, person } = await createTenantFixture(owner);
  const operator = await createSuperAdmin(owner);
  const people = { client: person, staff, admin, super_admin: operator };
  for (const [userType, { email }] of Object.entries(people) as [UserType, { email: string }][]) {
    cookies[userType] = (await signIn(owner, email)).cookie;
    marks[userType] = ownerMark(await actorOf(owner, email));
  }
});

/** Actions of plain forms that change nothing but cookies of the browser; a call from another site changes none. */
const plain = ['signOutAction', 'forgetBusinessAction'];

const root = join(import.meta.dirname, '../..');
const actionFiles = sourceFiles()
  .filter(({ path, text }) => /^(app|components|lib)\//.test(path) && /^['"]use server['"]/m.test(text))
  .map(({ path }) => path);
const actions: { title: string; action: DoorAction<unknown> }[] = [];
for (const path of actionFiles)
  for (const [name, action] of Object.entries((await import(join(root, path))) as Record<string, DoorAction<unknown>>))
    if (!plain.includes(name)) actions.push({ title: `${name} in ${path}`, action });
const guarded = actions.filter(({ action }) => action.door.guard !== null);

/** Actions with further fields that take no version, each with the reason. */
const steps: Record<string, string> = {
  checkImportAction: 'has a file read and checked; a step of an import is locked, and at another step refused',
  confirmImportAction: 'has a checked file written once; the second one is refused',
  answerTicketAction: 'adds a message, which names the last one that its writer has seen',
  openTicketAction: 'adds a record',
  openTicketForAction: 'adds a record',
  replyToTicketAction: 'adds a message, which names the last one that its writer has seen',
  postEntryAction: 'adds an entry: the ledger has no record that two people could change',
  allocatePaymentAction: 'adds allocations, within what is left of the payment and open of each invoice',
  confirmClaimAction: 'a step of an open claim only',
  curatePhotosAction: 'sets one value for many chosen photos',
  declineClaimAction: 'a step of an open claim only',
  enterHoursAction: 'adds an entry',
  issueCreditNoteAction: 'adds a record, within what is left of the invoice',
  issueInvoiceAction: 'a step of a draft only, which then cannot change',
  keepPhasesAsTemplateAction: 'adds a template of this name; the project stays as it is',
  moveDocumentAction: 'a step, which the command allows from certain statuses only',
  moveDocumentsAction: 'a step for many documents, each from certain statuses only',
  movePhaseAction: 'one place up or down from wherever the phase is',
  recordPaymentAction: 'adds a record',
  recordRefundAction: 'adds a record, within what is left of the payment',
  rejectDocumentAction: 'a step from certain statuses only',
  saveWeekAction: 'each cell carries what it showed, which the command compares',
  setPercentAction: 'sets a percentage that is named; the status and dates follow it',
  startTimerAction: 'starts what does not run yet',
  stopTimerAction: 'a step of the own running timer only',
  postUpdateAction: 'adds an update',
  commentAction: 'adds a comment',
  writeCommentAction: 'adds a comment',
  readOpenedAction: 'marks what is read, which only its person changes',
  voidInvoiceAction: 'a step of an issued invoice only',
  setBaselineAction: 'adds a plan, and keeps those before',
  recordOpeningAction: 'notes that one person opened a record, which only they do',
};

describe('every action on disk', () => {
  it('has a guard, or proves its caller itself', () => {
    expect(actions.length).toBeGreaterThan(35);
    const unguarded = actions.filter((action) => !guarded.includes(action)).map(({ title }) => title);
    expect(unguarded.filter((title) => !/ in app\/(\(auth\)|guest)\//.test(title))).toEqual([]);
  });

  it.each(actions)('$title refuses a call that another site makes', async ({ action }) => {
    const headers = { ...own, cookie: cookies.admin, origin: 'https://evil.example' };
    const state = await send(action, headers);
    expect(state).toMatchObject({ status: 'failed', message: errors.reason.foreignOrigin });
  });

  it.each(guarded)('$title refuses a caller without a session', async ({ action }) => {
    expect(await send(action, own)).toMatchObject({ status: 'failed', message: errors.reason.signedOut });
  });

  it.each(guarded)('$title refuses the user types that its guard does not admit', async ({ action }) => {
    const admits = action.door.guard?.admits ?? [];
    for (const userType of Object.keys(cookies) as UserType[])
      if (!admits.includes(userType)) {
        const state = await send(action, { ...own, cookie: cookies[userType] });
        expect(state).toMatchObject({ status: 'failed', message: errors.reason.wrongUserType });
      }
  });

  it.each(guarded)('$title refuses a form that another account opened, or that says no owner', async ({ action }) => {
    const [userType = 'admin'] = action.door.guard?.admits ?? [];
    const [other = ''] = Object.entries(marks).flatMap(([type, mark]) => (type === userType ? [] : [mark]));
    const headers = { ...own, cookie: cookies[userType] };
    const state = await send(action, headers, other);
    expect(state).toMatchObject({ status: 'failed' });
    expect(state).toHaveProperty('message', expect.stringContaining(`opened as ${other.slice(37)}`));
    const unmarked = await send(action, headers);
    expect(unmarked).toMatchObject({ status: 'failed', message: errors.reason.formWithoutMark });
    const otherwise = await send(action, headers, marks[userType]);
    expect(otherwise).not.toHaveProperty('message', expect.stringContaining('opened as'));
    // An edit asks for the version next, with the same words.
    if (!action.door.edits) expect(otherwise).not.toHaveProperty('message', errors.reason.formWithoutMark);
  });

  it('that changes fields of an existing record compares the version that its form showed', () => {
    const unversioned = guarded.filter(({ title, action }) => {
      const fields = Object.keys(action.door.input.shape).filter((name) => !/^(id|ids|place)$|Id$/.test(name));
      return fields.length > 0 && !action.door.edits && !/^(create|add|invite|onboard)[A-Z]/.test(title);
    });
    const names = unversioned.map(({ title }) => title.split(' ')[0]);
    expect([...new Set(names)].sort()).toEqual(Object.keys(steps).sort());
    expect(guarded.filter(({ action }) => action.door.edits).length).toBeGreaterThanOrEqual(11);
  });

  it('gets the version from the form', () => {
    const edits = guarded.filter(({ action }) => action.door.edits).map(({ title }) => title.split(' ')[0] ?? '');
    const elements = sourceFiles().flatMap(({ path, text }) =>
      /^(app|components)\/.*\.tsx$/.test(path) ? (text.match(/<[A-Z]\w*\b(?:[^<>]|=>)*\b\w+Action\}[^<]*/g) ?? []) : [],
    );
    for (const name of edits) {
      const using = elements.filter((element) => new RegExp(`\\{${name}\\}`).test(element));
      expect(using.length, name).toBeGreaterThan(0);
      for (const element of using) expect(element).toMatch(/\bversion(Of)?=\{/);
    }
  });
});

describe('an action answers only what it names', () => {
  const input = z.strictObject({});
  const run = async () => ({ name: 'Plan', costMinor: 4200, lines: [{ id: '1', note: 'internal' }] });

  it('nothing of the result where it names no answer', async () => {
    const asAdmin = { ...own, cookie: cookies.admin };
    const state = await send(defineAction({ guard: anyUser, input, run }), asAdmin, marks.admin);
    expect(state).toEqual({ status: 'done' });
  });

  it('the named fields where it does, at any depth', async () => {
    const answer = z.object({ name: z.string(), lines: z.array(z.object({ id: z.string() })) });
    const asAdmin = { ...own, cookie: cookies.admin };
    const state = await send(defineAction({ guard: anyUser, input, run, answer }), asAdmin, marks.admin);
    expect(state).toEqual({ status: 'done', data: { name: 'Plan', lines: [{ id: '1' }] } });
  });
});

describe('actions and routes have one table of origins', () => {
  const door = { guard: anyUser, input: z.strictObject({}), run: async () => undefined };
  const action = defineAction(door);
  const route = defineWriteRoute({ ...door, summary: 'Does nothing.', output: z.void(), status: 204 });

  it.each([
    ['a page of the portal', own, true],
    ['a browser that sends no Sec-Fetch-Site', { host, origin: `https://${host}` }, true],
    ['an address that a person typed', { host, 'sec-fetch-site': 'none' }, true],
    ['no origin at all', { host }, false],
    ['another site', { ...own, 'sec-fetch-site': 'cross-site' }, false],
    ['another site, without an origin', { host, 'sec-fetch-site': 'cross-site' }, false],
    ['a neighbour below the same domain', { ...own, 'sec-fetch-site': 'same-site' }, false],
    ['another origin', { ...own, origin: 'https://evil.example' }, false],
    ['another port', { ...own, origin: `https://${host}:8443` }, false],
    ['an origin that is hidden', { ...own, origin: 'null' }, false],
    ['an origin that is no address', { ...own, origin: 'portal' }, false],
  ])('%s', async (_, sent, isOwn) => {
    const headers = { ...sent, cookie: cookies.admin };
    expect((await send(action, headers, marks.admin)).status).toBe(isOwn ? 'done' : 'failed');
    const answer = await route(new NextRequest(`https://${host}/api/test`, { method: 'POST', headers }), {});
    expect(answer.status).toBe(isOwn ? 204 : 403);
  });
});
