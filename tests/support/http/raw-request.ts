import { connect } from 'node:net';

export type RawRequest = { method: string; path: string; headers?: Record<string, string | undefined>; body?: string };

/**
 * Sends a request byte by byte as given (latin1), which no HTTP client does, and returns the status; 0 where the server closes
 * the connection without an answer. An undefined header is left out, Host included.
 */
export function rawRequest(port: number, { method, path, headers = {}, body }: RawRequest): Promise<number> {
  const all = {
    Host: `localhost:${port}`,
    Connection: 'close',
    ...headers,
    ...(body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body, 'latin1')) }),
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  const text = [`${method} ${path} HTTP/1.1`, ...lines, '', body ?? ''].join('\r\n');
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.setTimeout(20_000, () => socket.destroy(new Error(`no answer to ${method} ${path}`)));
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' || error.code === 'ECONNRESET' ? undefined : reject(error),
    );
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? 0)));
    socket.write(Buffer.from(text, 'latin1'));
  });
}
