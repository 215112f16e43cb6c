import { request } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sharedPortal } from '@/tests/support/processes/portal';

const { url } = await sharedPortal();
const page = await (await fetch(`${url}/sign-in`)).text();
const addresses = [...new Set(page.match(/\/_next\/static\/[\w./-]+\.(?:js|css)/g))];

/** The headers and the bytes as sent; fetch would decompress them. */
async function sent(path: string, accepts: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; header: (name: string) => string | undefined; body: Buffer }>(
    (resolve, reject) => {
      const call = request(
        new URL(path, url),
        { headers: { ...headers, 'accept-encoding': accepts } },
        async (answer) => {
          const body = Buffer.concat(await answer.toArray());
          resolve({ status: answer.statusCode ?? 0, header: (name) => answer.headers[name]?.toString(), body });
        },
      );
      call.on('error', reject).end();
    },
  );
}

describe('scripts and style sheets of a build', () => {
  it('are sent in the best compression that the browser accepts, with the same content', async () => {
    expect(addresses.length).toBeGreaterThan(5);
    for (const path of addresses) {
      const plain = await sent(path, 'identity');
      expect(plain.header('content-encoding')).toBeUndefined();
      expect(plain.header('vary')).toContain('Accept-Encoding');
      const brotli = await sent(path, 'gzip, deflate, br, zstd');
      const zipped = await sent(path, 'br;q=0, gzip');
      if (brotli.header('content-encoding') === undefined) {
        expect(plain.body.length).toBeLessThan(500); // nothing to gain
        continue;
      }
      expect(brotli.header('content-encoding')).toBe('br');
      expect(zipped.header('content-encoding')).toBe('gzip');
      expect((await promisify(brotliDecompress)(brotli.body)).equals(plain.body)).toBe(true);
      expect((await promisify(gunzip)(zipped.body)).equals(plain.body)).toBe(true);
      const types = [plain, brotli, zipped].map((answer) =>
        answer.header('content-type')?.split('/')[1]?.toLowerCase(),
      );
      expect(new Set(types).size).toBe(1);
      expect(brotli.header('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(brotli.header('etag')).not.toBe(plain.header('etag'));
    }
  });

  it('are confirmed as unchanged, and an unknown one is a 404 without an encoding', async () => {
    const [path = ''] = addresses;
    const { header } = await sent(path, 'br');
    expect((await sent(path, 'br', { 'if-none-match': header('etag') ?? '' })).status).toBe(304);
    for (const unknown of [
      '/_next/static/chunks/none.js',
      '/_next/static/..%2f..%2fpackage.js',
      '/_next/static/../x.js',
    ]) {
      const answer = await sent(unknown, 'br');
      expect(answer.status).toBe(404);
      expect(answer.header('content-encoding')).toBeUndefined();
    }
  });
});
