import { createServer } from 'node:net';

/** Returns `port` if it is free on the loopback address, a random free port for 0, else 0. */
export function freePort(port = 0): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(0));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
