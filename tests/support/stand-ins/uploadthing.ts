import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, type StandIn, send, startStandIn } from '@/tests/support/stand-ins/http';

const apiKey = 'sk_test_stand_in';
const appId = 'testapp';

/** The longest lifetime of a signed read URL, in milliseconds. */
const longestReading = 60_000;

/**
 * The endpoints of UploadThing that its SDK calls: uploads to a signed ingest URL, reads from a signed file URL (by key or
 * our own id), deletes through the API. Points the SDK here by its own variables; `restore` resets them.
 */
export async function startUploadThing(): Promise<{ standIn: StandIn; token: string; restore: () => void }> {
  const standIn = await startStandIn(async (request, response, self) => {
    const url = new URL(request.url ?? '', `http://${request.headers.host}`);
    if (request.method === 'PUT') return ingest(request, response, self, url);
    if (request.method === 'POST' && url.pathname === '/v6/deleteFiles') return remove(request, response, self);
    const [, a, app, id = ''] = url.pathname.split('/');
    if (request.method !== 'GET' || a !== 'a' || app !== appId) return void response.writeHead(404).end();
    if (Number(url.searchParams.get('expires')) > Date.now() + longestReading) throw new Error('good for too long');
    refuseUnsigned(url);
    const object = self.objects.get(id);
    if (!object) return void response.writeHead(404).end();
    await send(request, response, object);
  });
  const host = `localhost:${standIn.port}`;
  const variables = {
    UPLOADTHING_API_URL: `http://${host}`,
    UPLOADTHING_INGEST_URL: `http://${host}`,
    UPLOADTHING_UFS_HOST: host,
    UPLOADTHING_UFS_APP_ID_LOCATION: 'path',
  };
  Object.assign(process.env, variables);
  const restore = () => {
    for (const name of Object.keys(variables)) delete process.env[name];
  };
  const token = Buffer.from(JSON.stringify({ apiKey, appId, regions: ['test1'] })).toString('base64');
  return { standIn, token, restore };
}

async function ingest(request: IncomingMessage, response: ServerResponse, self: StandIn, url: URL): Promise<void> {
  refuseUnsigned(url);
  const parameter = (name: string) => decodeURIComponent(url.searchParams.get(`x-ut-${name}`) ?? '');
  if (parameter('identifier') !== appId) throw new Error('another app');
  const body = await bodyOf(request, self);
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const file = (await new Response(new Uint8Array(body), { headers }).formData()).get('file');
  if (!(file instanceof Blob) || file.size !== Number(parameter('file-size')))
    throw new Error('not the announced file');
  const bytes = Buffer.from(await file.arrayBuffer());
  self.objects.set(parameter('custom-id'), { bytes, contentType: parameter('file-type'), acl: parameter('acl') });
  const address = `http://localhost:${self.port}/a/${appId}${url.pathname}`;
  answer(response, { url: address, appUrl: address, ufsUrl: address, fileHash: 'x', serverData: null });
}

async function remove(request: IncomingMessage, response: ServerResponse, self: StandIn): Promise<void> {
  if (request.headers['x-uploadthing-api-key'] !== apiKey) throw new Error('unknown key');
  const { customIds } = JSON.parse((await bodyOf(request, self)).toString());
  const gone = customIds.filter((id: string) => self.objects.delete(id));
  answer(response, { success: true, deletedCount: gone.length });
}

function answer(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

/** Throws unless the signature is the HMAC of the URL without it, and `expires` is in the future. */
function refuseUnsigned(url: URL): void {
  const [address, signature] = url.href.split('&signature=');
  const right = `hmac-sha256=${createHmac('sha256', apiKey)
    .update(address ?? '')
    .digest('hex')}`;
  if (decodeURIComponent(signature ?? '') !== right) throw new Error('wrong signature');
  if (!(Number(url.searchParams.get('expires')) > Date.now())) throw new Error('expired');
}
