import { subscribe } from 'node:diagnostics_channel';
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import Negotiator from 'negotiator';
import { compressedTypes, compressions } from '@/lib/http/compressions';

const prefix = '/_next/static/';
const encodings = compressions.map(({ encoding }) => encoding);
const known = new Map<string, boolean>();

// Next reads a compressed copy beside a script or style sheet (scripts/launch/compress.ts) as a file of its own: the address is
// changed to that file, and its headers say what it is. Next keeps a type and an encoding that are already set.
subscribe('http.server.request.start', (message) => {
  // The channel's message is documented as { request, response, socket, server } but typed unknown.
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  const { url = '', method = '' } = request;
  if (!url.startsWith(prefix) || !['GET', 'HEAD'].includes(method)) return;
  const [path = '', ...query] = url.split('?');
  const type = compressedTypes[path.slice(path.lastIndexOf('.'))];
  if (type === undefined) return;
  if (isKnown(path)) response.setHeader('Vary', 'Accept-Encoding');
  const allowed = new Negotiator(request).encodings(encodings);
  const copy = compressions.find(({ encoding, ending }) => allowed.includes(encoding) && isKnown(path + ending));
  if (!copy) return;
  request.url = [path + copy.ending, ...query].join('?');
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Encoding', copy.encoding);
});

/** Whether the build has the file of an address. Only files are remembered, so that unknown addresses fill no memory. */
function isKnown(path: string): boolean {
  if (path.includes('..') || path.includes('%')) return false;
  if (!known.has(path) && existsSync(join('.next/static', path.slice(prefix.length)))) known.set(path, true);
  return known.has(path);
}
