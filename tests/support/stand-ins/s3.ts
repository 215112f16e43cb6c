import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { S3Settings } from '@/lib/storage-settings';
import { bodyOf, type StandIn, send, startStandIn } from '@/tests/support/stand-ins/http';

const credentials = { accessKeyId: 'test-key', secretAccessKey: 'test-secret' };
const region = 'eu-test-1';
const bucket = 'oriel-files';

/** An S3-compatible server with one bucket: PutObject, GetObject and DeleteObject by path, each signed with AWS Signature 4. */
export async function startS3(): Promise<{ standIn: StandIn; settings: S3Settings }> {
  const standIn = await startStandIn(async (request, response, self) => {
    refuseUnsigned(request);
    const [, asked, key = ''] = (request.url ?? '').split(/[/?]/);
    if (asked !== bucket) return void response.writeHead(404).end(xmlError('NoSuchBucket'));
    if (request.method === 'PUT') {
      const bytes = await bodyOf(request, self);
      if (bytes.length !== Number(request.headers['content-length'])) throw new Error('not as long as announced');
      const contentType = request.headers['content-type'] ?? '';
      const acl = request.headers['x-amz-acl'];
      self.objects.set(key, { bytes, contentType, acl: typeof acl === 'string' ? acl : null });
      return void response.writeHead(200, { ETag: '"x"' }).end();
    }
    if (request.method === 'DELETE') {
      self.objects.delete(key);
      return void response.writeHead(204).end();
    }
    const object = self.objects.get(key);
    if (!object) return void response.writeHead(404, { 'Content-Type': 'application/xml' }).end(xmlError('NoSuchKey'));
    await send(request, response, object);
  });
  const endpoint = `http://localhost:${standIn.port}`;
  return { standIn, settings: { endpoint, region, bucket, forcePathStyle: true, credentials } };
}

const xmlError = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;

/** Recomputes AWS Signature 4 from the published algorithm and compares. Throws if it differs. */
function refuseUnsigned({ method = '', url = '', headers }: IncomingMessage): void {
  const authorization = headers.authorization ?? '';
  const [, scope = '', signed = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=test-key\/(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/.exec(
      authorization,
    ) ?? [];
  const [path = '', query = ''] = url.split('?');
  const named = signed.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`);
  const sorted = query.split('&').sort().join('&');
  const hash = String(headers['x-amz-content-sha256']);
  const request = [method, path, sorted, named.join(''), signed, hash].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, createHash('sha256').update(request).digest('hex')];
  const secret = Buffer.from(`AWS4${credentials.secretAccessKey}`);
  const key = scope.split('/').reduce((last: Buffer, part) => createHmac('sha256', last).update(part).digest(), secret);
  const right = createHmac('sha256', key).update(toSign.join('\n')).digest('hex');
  if (!scope.endsWith(`/${region}/s3/aws4_request`) || signature !== right) throw new Error('SignatureDoesNotMatch');
}
