import { describe, expect, it } from 'vitest';
import type { UserType } from '@/lib/authz/actor';
import { adminUser, anyUser, clientUser, platformUser, teamMember } from '@/lib/authz/guards';
import type { Identity } from '@/lib/authz/identity';
import type { AppError } from '@/lib/errors';

const origin = { ip: null, userAgent: null };

function identity(changes: Partial<Identity> = {}): Identity {
  return {
    userId: 'u',
    userType: 'client',
    name: 'Jane',
    email: 'jane@example.com',
    locale: null,
    isActive: true,
    portalEnabled: true,
    tenantId: 't',
    tenantActive: true,
    slug: 'harbor',
    tenantName: 'Harbor',
    accent: '#1F5C57',
    currency: 'EUR',
    timeZone: 'UTC',
    tenantLocale: 'en',
    logoFileId: null,
    clientId: 'c',
    clientActive: true,
    via: { kind: 'session', sessionId: 's' },
    ...changes,
  };
}

const operator = identity({ userType: 'super_admin', tenantId: null, tenantActive: null, clientId: null });

function answer(guard: typeof anyUser, known: Identity | null): string {
  try {
    return guard({ identity: known, origin }).userType;
  } catch (error) {
    const { code, reason } = error as AppError;
    return reason ? `${code} ${reason.key}` : code;
  }
}

describe('a client user gets in only while everything holds', () => {
  it.each([
    ['everything holds', {}, 'client'],
    ['the person is inactive', { isActive: false }, 'UNAUTHENTICATED'],
    ['the portal is off', { portalEnabled: false }, 'FORBIDDEN portalOff'],
    ['the client was deleted', { clientId: null, clientActive: null }, 'FORBIDDEN noClient'],
    ['the client is inactive', { clientActive: false }, 'FORBIDDEN clientInactive'],
    ['the client cannot be found', { clientActive: null }, 'FORBIDDEN clientInactive'],
    ['the business is suspended', { tenantActive: false }, 'FORBIDDEN businessSuspended'],
  ] as const)('%s', (_, changes, expected) => {
    expect(answer(clientUser, identity(changes))).toBe(expected);
    expect(answer(anyUser, identity(changes))).toBe(expected);
  });
});

describe('each guard lets its own user types in and nobody else', () => {
  const people: Record<UserType, Identity> = {
    client: identity(),
    staff: identity({ userType: 'staff', clientId: null, portalEnabled: false }),
    admin: identity({ userType: 'admin', clientId: null, portalEnabled: false }),
    super_admin: operator,
  };
  const guards = { clientUser, teamMember, adminUser, platformUser, anyUser };
  const mayPass: Record<keyof typeof guards, UserType[]> = {
    clientUser: ['client'],
    teamMember: ['staff', 'admin'],
    adminUser: ['admin'],
    platformUser: ['super_admin'],
    anyUser: ['client', 'staff', 'admin', 'super_admin'],
  };
  for (const [name, allowed] of Object.entries(mayPass) as [keyof typeof guards, UserType[]][])
    for (const userType of Object.keys(people) as UserType[])
      it(`${name} ${allowed.includes(userType) ? 'admits' : 'refuses'} ${userType}`, () => {
        const expected = allowed.includes(userType) ? userType : 'FORBIDDEN wrongUserType';
        expect(answer(guards[name], people[userType])).toBe(expected);
      });

  it.each(Object.entries(guards))('%s says its name and the user types that it admits', (name, { facts }) => {
    expect(facts).toEqual({ name, admits: expect.arrayContaining(mayPass[name as keyof typeof guards]) });
    expect(facts.admits).toHaveLength(mayPass[name as keyof typeof guards].length);
  });

  it.each(Object.entries(guards))('%s sends a stranger to sign in', (_, guard) => {
    expect(answer(guard, null)).toBe('UNAUTHENTICATED');
  });

  it('the people of a suspended business stay out', () => {
    expect(answer(teamMember, { ...people.admin, tenantActive: false })).toBe('FORBIDDEN businessSuspended');
  });
});
