import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeOf } from '@/lib/http/byte-range';
import { contentDisposition } from '@/lib/http/content-disposition';

describe('a Range header on 1000 bytes', () => {
  it.each([
    [null, 'all'],
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=0-499', { start: 0, end: 499 }],
    ['bytes=500-', { start: 500, end: 999 }],
    ['bytes=-1', { start: 999, end: 999 }],
    ['bytes=-5000', { start: 0, end: 999 }],
    ['bytes=900-5000', { start: 900, end: 999 }],
    ['BYTES=1-2', { start: 1, end: 2 }],
    ['bytes=1000-', 'none'],
    ['bytes=1000-1001', 'none'],
    ['bytes=-0', 'none'],
    // Malformed, another unit or several parts: the header is ignored.
    ['bytes=-', 'all'],
    ['bytes=9-3', 'all'],
    ['bytes=a-b', 'all'],
    ['lines=1-2', 'all'],
    ['bytes=0-1,5-6', 'all'],
    ['bytes=99999999999999999999-', 'all'],
  ])('%j', (header, range) => expect(rangeOf(header, 1000)).toEqual(range));

  it('never leaves the file', () => {
    const numbers = fc.oneof(fc.constant(''), fc.nat(3000).map(String));
    fc.assert(
      fc.property(numbers, numbers, fc.integer({ min: 1, max: 2000 }), (from, to, size) => {
        const range = rangeOf(`bytes=${from}-${to}`, size);
        if (typeof range === 'string') return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThan(size);
      }),
    );
  });
});

describe('Content-Disposition', () => {
  it.each([
    ['plan.pdf', `attachment; filename="plan.pdf"; filename*=UTF-8''plan.pdf`],
    ['Süd (2).pdf', `attachment; filename="Sud (2).pdf"; filename*=UTF-8''S%C3%BCd%20%282%29.pdf`],
    ['平面図.pdf', `attachment; filename="___.pdf"; filename*=UTF-8''%E5%B9%B3%E9%9D%A2%E5%9B%B3.pdf`],
    [`it's 100%.pdf`, `attachment; filename="it's 100_.pdf"; filename*=UTF-8''it%27s%20100%25.pdf`],
    ['a"b\\c\r\nX: y.pdf', `attachment; filename="a_b_c__X_ y.pdf"; filename*=UTF-8''a%22b%5Cc%0D%0AX%3A%20y.pdf`],
    [
      '．．／etc／x.pdf',
      `attachment; filename="__etc_x.pdf"; filename*=UTF-8''%EF%BC%8E%EF%BC%8E%EF%BC%8Fetc%EF%BC%8Fx.pdf`,
    ],
  ])('of %j', (name, header) => expect(contentDisposition('attachment', name)).toBe(header));

  it('is a header whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const header = contentDisposition('inline', name);
        expect(new Headers({ 'Content-Disposition': header }).get('Content-Disposition')).toBe(header.trim());
        expect(header).toMatch(/^inline; filename="[ !#-[\]-~]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]*$/);
      }),
    );
  });
});
