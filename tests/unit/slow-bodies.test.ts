import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import '@/lib/http/slow-bodies';

/** A server that reads bodies and answers their length, with Node's limit for requests set to `limit` milliseconds. */
async function serve(limit: number): Promise<{ server: Server; port: number }> {
  const server = createServer({ requestTimeout: limit, headersTimeout: limit, connectionsCheckingInterval: 20 });
  server.on('request', async (request, response) => {
    let size = 0;
    try {
      for await (const chunk of request) size += chunk.length;
      response.end(String(size));
    } catch {
      response.destroy();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, port: (server.address() as AddressInfo).port };
}

const limit = 600;
const { server, port } = await serve(limit);
afterAll(() => server.close());

/** Sends a request whose six bytes arrive over twice the limit; what the server answers, empty where it hangs up. */
async function drip(path: string, type: string): Promise<string> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  const closed = new Promise<void>((done) => socket.once('close', () => done()));
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: ${type}\r\nContent-Length: 6\r\n\r\n`,
  );
  for (let piece = 0; piece < 6 && !socket.destroyed; piece++) {
    await pause((2 * limit) / 6);
    socket.write('x');
  }
  await closed;
  return answer;
}

describe('a body that takes longer than a request may', () => {
  it('arrives where it is an upload', async () => {
    expect(await drip('/api/admin/gallery', 'multipart/form-data; boundary=b')).toMatch(/^HTTP\/1\.1 200 .*6/s);
  });

  it.each([
    ['JSON', '/api/admin/clients', 'application/json'],
    ['a form to a page', '/sign-in', 'multipart/form-data; boundary=b'],
  ])('is cut where it is %s', async (_, path, type) => {
    expect(await drip(path, type)).not.toContain('200');
  });

  it('does not lift the time for headers', async () => {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    const closed = new Promise((done) => socket.once('close', done));
    socket.resume().write('POST /api/admin/gallery HTTP/1.1\r\nHost: x\r\n');
    await closed;
    expect(server.requestTimeout).toBe(0);
  });
});
