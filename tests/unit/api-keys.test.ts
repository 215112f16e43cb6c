import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asWritten, camelCase, renameKeys, snakeCase } from '@/lib/http/keys';

describe('the API’s names', () => {
  it('turn to camelCase and back without loss', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(_[a-z][a-z0-9]{0,8}){0,3}$/);
    fc.assert(fc.property(name, (key) => snakeCase(camelCase(key)) === key));
  });

  it('a key that is not snake_case becomes one that no schema knows, and is named in the error as it was written', () => {
    expect(camelCase('clientId')).toBe('?clientId');
    expect(asWritten(camelCase('clientId'))).toBe('clientId');
    expect(asWritten('lines.0.unitPrice')).toBe('lines.0.unit_price');
  });

  it('are renamed at every depth, values untouched', () => {
    const on = new Date(0);
    expect(renameKeys({ aB: [{ cD: 'eF' }], gH: null, on }, snakeCase)).toEqual({
      a_b: [{ c_d: 'eF' }],
      g_h: null,
      on,
    });
  });
});
