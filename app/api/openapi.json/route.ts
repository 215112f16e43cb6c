import document from '@/lib/openapi/document.json';

/** The description of the API by OpenAPI 3.1, made of the schemas that check its requests and answers. Public: it holds no data. */
export function GET(): Response {
  return Response.json(document, { headers: { 'Cache-Control': 'public, max-age=300' } });
}
