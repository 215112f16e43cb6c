import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessIn, landingFor } from '@/lib/auth/landing';

const origin = 'https://portal.example.com';

describe('where signing in leads', () => {
  it.each([
    ['/client/projects?status=active&page=2', '/client/projects?status=active&page=2'],
    ['/client', '/client'],
    ['https://portal.example.com/client/settings', '/client/settings'],
    ['/client/../client/progress', '/client/progress'],
  ])('%s in the own area', (wanted, landing) => {
    expect(landingFor('client', wanted, origin)).toBe(landing);
  });

  it.each([
    'https://evil.example/client',
    '//evil.example/client',
    '/\\evil.example/client',
    '/\t/evil.example/client',
    '\\\\evil.example/client',
    'https:evil.example/client',
    'http://portal.example.com/client',
    'https://portal.example.com@evil.example/client',
    'https://portal.example.com.evil.example/client',
    'javascript:alert(1)//client',
    'data:text/html,/client',
    '/client/..//evil.example',
    '/client/%2e%2e//evil.example',
    '/admin',
    '/platform/tenants',
    '/client/../admin',
    '/clientele',
    '/sign-out',
    '/api/client/projects',
    'https://[',
    '',
    null,
    undefined,
  ])('not to %j', (wanted) => {
    expect(landingFor('client', wanted, origin)).toBe('/client');
  });

  it('never outside the own area, whatever is asked for', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '//',
      '..',
      '%2e',
      '%2f',
      'client',
      'admin',
      'evil.example',
      '@',
      ':',
      '?',
      '#',
      '\t',
      '\n',
      'https:',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const landing = new URL(landingFor('admin', pieces.join(''), origin), origin);
        expect(landing.origin).toBe(origin);
        expect(landing.pathname === '/admin' || landing.pathname.startsWith('/admin/')).toBe(true);
      }),
    );
  });
});

describe('the business that an address names', () => {
  it.each([
    ['/sign-in/harbor-pine', 'harbor-pine'],
    ['/showcase/harbor-pine?photo=1', 'harbor-pine'],
    ['https://portal.example.com/sign-in/harbor-pine', 'harbor-pine'],
    ['https://evil.example/sign-in/harbor-pine', null],
    ['//evil.example/sign-in/harbor-pine', null],
    ['/sign-in/harbor-pine/logo', null],
    ['/client/harbor-pine', null],
    ['https://[', null],
    ['', null],
  ])('of %j is %j', (wanted, business) => {
    expect(businessIn(wanted, origin)).toBe(business);
  });
});
