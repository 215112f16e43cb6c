import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readableAddress } from '@/lib/http/readable-address';

it.each([
  ['/client/projects?status=a%20b&q=%ff', '/client/projects?status=a%20b&q=%ff'],
  ['/showcase/m%C3%BCller', '/showcase/m%C3%BCller'],
  ['/api/%ff', '/api/%25ff'],
  ['/api/a%c3%28', '/api/a%25c3%2528'],
  ['/%', '/%25'],
  ['/%2', '/%252'],
  ['/%zz/%41', '/%25zz/%41'],
  ['/a?b?c', '/a?b?c'],
  ['*', '/*'],
  ['http://portal.example.com/sign-in?a=b', '/sign-in?a=b'],
  ['http://%ff/', '/*'],
  ['mailto:x', '/*'],
  ['', '/*'],
])('%j is read as %j', (target, address) => {
  expect(readableAddress(target)).toBe(address);
});

it('always gives a path that can be decoded, and leaves those that can be decoded as they are', () => {
  const byte = fc.integer({ min: 0, max: 255 }).map((code) => `%${code.toString(16).padStart(2, '0')}`);
  const piece = fc.oneof(byte, fc.constantFrom('/', '%', '%4', 'a', '?', '%25'), fc.string());
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const target = `/${pieces.join('')}`;
      const [path = ''] = readableAddress(target).split('?');
      expect(() => decodeURIComponent(path)).not.toThrow();
      expect(readableAddress(readableAddress(target))).toBe(readableAddress(target));
    }),
  );
});
