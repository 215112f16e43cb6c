import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import '@/lib/http/unknown-action';

// As Next answers the id of an action that it does not know.
const server = createServer((request, response) => {
  if (request.url === '/known') return response.end('known');
  response.setHeader('x-nextjs-action-not-found', '1');
  response.setHeader('content-type', 'text/plain');
  response.setHeader('content-length', 10);
  response.statusCode = 409;
  return response.end('Unavailable'.slice(0, 10));
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => server.close());

const sent = (path: string, headers: Record<string, string>) => fetch(`${url}${path}`, { method: 'POST', headers });

describe('a form of an older build, sent without JavaScript', () => {
  it.each([
    ['en', 'The portal was updated'],
    ['de', 'Das Portal wurde aktualisiert'],
  ])('is answered in %s by a page that says what happened', async (language, title) => {
    const answer = await sent('/', { accept: 'text/html,*/*', 'accept-language': language });
    expect(answer.status).toBe(409);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.text()).toContain(`<h1>${title}</h1>`);
  });

  it('leaves the answers to scripts, and all others, as they are', async () => {
    expect(await (await sent('/', { accept: 'text/x-component' })).text()).toBe('Unavailabl');
    expect(await (await sent('/known', { accept: 'text/html' })).text()).toBe('known');
  });
});
