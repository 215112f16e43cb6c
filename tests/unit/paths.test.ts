import { describe, expect, test } from 'vitest';
import { paths, withQuery } from '@/lib/paths';
import nextConfig from '@/next.config.mjs';

describe('addresses', () => {
  test('leave out what a filter does not say', () => {
    expect(withQuery('/a', { status: 'paid', cursor: undefined, q: '', page: null })).toBe('/a?status=paid');
    expect(withQuery('/a', {})).toBe('/a');
    expect(paths.client.invoices({ status: 'overdue' })).toBe('/client/invoices?status=overdue');
  });

  test('keep hostile ids and return addresses inside their place', () => {
    expect(paths.client.project.show('../../admin')).toBe('/client/projects/..%2F..%2Fadmin');
    expect(paths.signIn('/client?x=1&y=2')).toBe('/sign-in?return_to=%2Fclient%3Fx%3D1%26y%3D2');
  });

  test('of records come in four', () => {
    const { list, new: blank, show, edit } = paths.admin.users;
    expect([list, blank, show('7'), edit('7')]).toEqual([
      '/admin/users',
      '/admin/users/new',
      '/admin/users/7',
      '/admin/users/7/edit',
    ]);
  });
});

describe('the old addresses of the portal', () => {
  test('lead on to the new ones, for good', async () => {
    const moved = (await nextConfig.redirects?.()) ?? [];
    expect(moved.every((redirect) => 'permanent' in redirect && redirect.permanent)).toBe(true);
    expect(Object.fromEntries(moved.map(({ source, destination }) => [source, destination]))).toMatchObject({
      '/client-portal': paths.client.home,
      '/client-portal/dashboard': paths.client.home,
      '/client-portal/projects': paths.client.projects,
      '/client-portal/invoices': paths.client.invoices(),
      '/client-portal/invoices/:id': '/client/invoices/:id',
      '/client-portal/time-entries': paths.client.timeEntries(),
    });
  });
});

describe('every answer', () => {
  test('carries the headers that do not depend on the request', async () => {
    const [rule] = (await nextConfig.headers?.()) ?? [];
    const sent = Object.fromEntries((rule?.headers ?? []).map(({ key, value }) => [key, value]));
    expect(rule?.source).toBe('/:path*');
    expect(sent).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': expect.any(String),
    });
    expect(nextConfig.poweredByHeader).toBe(false);
  });
});
