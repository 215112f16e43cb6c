import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll } from 'vitest';

/** Milliseconds between two pieces: more than the browser needs to draw what it has. */
const between = 120;

/**
 * Starts a proxy in front of the portal at `url` that sends each page in `pieces` pieces with pauses, as a slow network or a busy
 * browser does, and everything else at once. Returns the proxy's address; it ends with the test file. For pages that are read only.
 */
export async function inPieces(url: string, pieces: number): Promise<string> {
  const server = createServer((request, response) => {
    forward(url, pieces, request, response).catch(() => response.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  return `http://localhost:${address.port}`;
}

async function forward(url: string, pieces: number, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { cookie = '', accept = '*/*', 'accept-language': language = 'en' } = request.headers;
  const headers = { cookie, accept, 'accept-language': language };
  const answer = await fetch(`${url}${request.url}`, { headers, redirect: 'manual' });
  const body = Buffer.from(await answer.arrayBuffer());
  const kept = [...answer.headers].filter(
    ([name]) => !/^(content-(length|encoding)|transfer-encoding|connection)$/.test(name),
  );
  response.writeHead(answer.status, kept.flat());
  const isPage = answer.headers.get('content-type')?.startsWith('text/html');
  for (const piece of isPage ? piecesOf(body, pieces) : [body]) {
    response.write(piece);
    if (isPage) await pause(between);
  }
  response.end();
}

/** The head in the first piece, and the visible part of the body, which ends at the first script in it, cut evenly. */
function piecesOf(body: Buffer, count: number): Buffer[] {
  const begin = body.indexOf('<body');
  const script = body.indexOf('<script', begin);
  const end = script < 0 ? body.length : script;
  const cuts = Array.from(
    { length: count - 1 },
    (_, index) => begin + Math.round(((index + 1) * (end - begin)) / count),
  );
  const edges = [0, ...cuts, end, body.length];
  return edges.slice(1).map((edge, index) => body.subarray(edges[index], edge));
}
