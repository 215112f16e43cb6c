import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedPortal, type PortalFields, portalProblems } from '@/lib/users/rule';

const [harbor, pine] = ['client-harbor', 'client-pine'];
const person = (wish: Partial<PortalFields> = {}): PortalFields => ({
  userType: 'client',
  clientPortalEnabled: true,
  clientId: harbor,
  ...wish,
});

describe('what goes together', () => {
  it.each([
    ['a person of a client with the portal', {}, {}],
    ['a person of a client without the portal', { clientPortalEnabled: false }, {}],
    ['a person without a client and without the portal', { clientPortalEnabled: false, clientId: null }, {}],
    ['the portal without a client', { clientId: null }, { clientId: 'portalNeedsClient' }],
    ['staff', { userType: 'staff', clientPortalEnabled: false, clientId: null }, {}],
    ['staff with the portal', { userType: 'staff', clientId: null }, { clientPortalEnabled: 'clientOnly' }],
    ['an admin with a client', { userType: 'admin', clientPortalEnabled: false }, { clientId: 'clientOnly' }],
    ['an admin with both', { userType: 'admin' }, { clientPortalEnabled: 'clientOnly', clientId: 'clientOnly' }],
  ] as const)('%s', (_, wish, expected) => {
    expect(portalProblems(person(wish))).toEqual(expected);
  });
});

describe('a change', () => {
  it('leaves what it does not name', () => {
    expect(changedPortal(person(), {})).toEqual(person());
    expect(changedPortal(person(), { userType: 'client' })).toEqual(person());
  });

  it('moves to another client, or to none', () => {
    expect(changedPortal(person(), { clientId: pine })).toEqual(person({ clientId: pine }));
    expect(changedPortal(person(), { clientId: null })).toEqual(person({ clientId: null }));
  });

  it('takes client and portal from a person who becomes staff, unless the input keeps them', () => {
    const staff = person({ userType: 'staff', clientPortalEnabled: false, clientId: null });
    expect(changedPortal(person(), { userType: 'staff' })).toEqual(staff);
    expect(portalProblems(changedPortal(person(), { userType: 'staff', clientPortalEnabled: true }))).toEqual({
      clientPortalEnabled: 'clientOnly',
    });
  });

  it('that is accepted never leaves a portal without a client, nor with anyone but people of a client', () => {
    const type = fc.constantFrom('admin' as const, 'staff' as const, 'client' as const);
    const client = fc.constantFrom(harbor, pine, null);
    const before = fc.record({ userType: type, clientPortalEnabled: fc.boolean(), clientId: client });
    const change = fc.record(
      { userType: type, clientPortalEnabled: fc.boolean(), clientId: client },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(before, change, (was, input) => {
        fc.pre(Object.keys(portalProblems(was)).length === 0);
        const now = changedPortal(was, input);
        if (Object.keys(portalProblems(now)).length > 0) return;
        if (now.clientPortalEnabled) expect([now.userType, now.clientId]).toEqual(['client', expect.any(String)]);
        if (now.userType !== 'client') expect(now.clientId).toBeNull();
      }),
    );
  });
});
