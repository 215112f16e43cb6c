import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** An object stored in a stand-in. */
export type Kept = { bytes: Buffer; contentType: string; acl: string | null };

/** A local server in place of an external one. */
export type StandIn = {
  port: number;
  objects: Map<string, Kept>;
  /** `well`: serves requests. `down`: drops every connection. `breaking`: drops the connection during an upload. */
  mood: 'well' | 'down' | 'breaking';
  /** The number of responses still being sent. */
  sending: () => number;
  close: () => Promise<void>;
};

/** Handles a request; a thrown error becomes a 403 response. */
type Handle = (request: IncomingMessage, response: ServerResponse, standIn: StandIn) => Promise<void>;

/** Starts a stand-in on a free port. */
export async function startStandIn(handle: Handle): Promise<StandIn> {
  let sending = 0;
  const server = createServer(async (request, response) => {
    if (standIn.mood === 'down') return void request.destroy();
    sending++;
    response.once('close', () => sending--);
    try {
      await handle(request, response, standIn);
    } catch (error) {
      if (!response.headersSent) response.writeHead(403);
      response.end(String(error));
    }
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  const { port } = server.address() as AddressInfo;
  const standIn: StandIn = { port, objects: new Map(), mood: 'well', sending: () => sending, close };
  return standIn;
}

/** The whole request body; a `breaking` stand-in drops the connection at the first bytes. */
export async function bodyOf(request: IncomingMessage, { mood }: StandIn): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    if (mood === 'breaking') {
      request.destroy();
      throw new Error('broken off');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Sends an object or the requested range of it, slowly enough for a test to abort it. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { bytes, contentType }: Kept,
): Promise<void> {
  const [, from = '', to = ''] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  const part = from === '' ? bytes : bytes.subarray(Number(from), Number(to) + 1);
  const range = from === '' ? {} : { 'Content-Range': `bytes ${from}-${to}/${bytes.length}` };
  response.writeHead(from === '' ? 200 : 206, { ...range, 'Content-Type': contentType, 'Content-Length': part.length });
  await pipeline(Readable.from(pieces(part)), response).catch(() => undefined);
}

function* pieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
