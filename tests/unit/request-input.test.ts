import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { requestInput } from '@/lib/http/request-input';

const sent = (body: BodyInit) =>
  new NextRequest('http://localhost:3000/api/test', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });

describe('the JSON of a request', () => {
  it('is read as UTF-8', async () => {
    expect(await requestInput(sent('{"first_name":"Łucja"}'), {}, false)).toEqual({ firstName: 'Łucja' });
  });

  it.each([
    ['Latin-1', Buffer.from('{"first_name":"Müller"}', 'latin1')],
    ['UTF-16', Buffer.from('{"first_name":"Jane"}', 'utf16le')],
    ['half a character', Buffer.from('{"first_name":"ü"}').subarray(0, 16)],
  ])('in %s is refused', async (_, bytes) => {
    await expect(requestInput(sent(Uint8Array.from(bytes)), {}, false)).rejects.toMatchObject({
      code: 'VALIDATION',
      reason: { key: 'malformedJson' },
    });
  });
});
