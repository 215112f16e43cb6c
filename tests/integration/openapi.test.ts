import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { GET as docs } from '@/app/api/docs/route';
import { GET } from '@/app/api/openapi.json/route';
import type { OpenApiDocument } from '@/lib/openapi/document';
import { testDatabase } from '@/tests/support/database/database';
import { openApiText } from '@/tests/support/http/api-routes';

await testDatabase();

const served = async (): Promise<OpenApiDocument> => (await GET()).json();

describe('the description of the API', () => {
  it('says what the routes take and answer today', async () => {
    const text = await openApiText();
    expect(Object.keys(JSON.parse(text).paths).length).toBeGreaterThan(60);
    // npm run openapi writes it.
    await expect(text).toMatchFileSnapshot('../../lib/openapi/document.json');
  });

  it('is OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(await served());
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('names fields as the API does, those required too', async () => {
    const { paths } = await served();
    const post = paths['/api/admin/payments']?.post?.requestBody?.content['application/json']?.schema as {
      properties: Record<string, object>;
      required: string[];
    };
    expect(post.required).toEqual(['client_id', 'amount', 'paid_on']);
    expect(Object.keys(post.properties)).toContain('allocations');
    const list = paths['/api/client/projects']?.get;
    expect(list?.parameters?.map(({ name }) => name)).toEqual(expect.arrayContaining(['limit', 'cursor']));
    expect(JSON.stringify(await served())).not.toMatch(/"(?:clientId|nextCursor|paidOn)"/);
  });

  it('has one operation per id', async () => {
    const ids = Object.values((await served()).paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tells which addresses need no identity', async () => {
    const open = Object.entries((await served()).paths).flatMap(([address, path]) =>
      Object.entries(path).flatMap(([method, { security }]) =>
        security?.length === 0 ? [`${method} ${address}`] : [],
      ),
    );
    expect(open.sort()).toEqual([
      'delete /api/auth/token',
      'get /api/calendar/{token}', // calendars send no header: the address is the secret
      'get /api/health',
      'post /api/auth/token',
    ]);
  });
});

describe('the page of the API', () => {
  it('shows every operation, without a script or another address', async () => {
    const response = docs();
    const html = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(html).not.toMatch(/<script|<link|<img|https?:\/\/(?!www\.rfc)/);
    const { paths } = await served();
    for (const [address, path] of Object.entries(paths))
      for (const [method, { operationId }] of Object.entries(path)) {
        expect(html).toContain(`id="${operationId}"`);
        expect(html).toContain(`<b>${method.toUpperCase()}</b> ${address}`);
      }
  });
});
