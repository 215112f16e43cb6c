import type { OpenApiDocument } from '@/lib/openapi/document';
import document from '@/lib/openapi/document.json';
import { apiPage } from '@/lib/openapi/page';

// The types of the file are those of one document; the shape is what made it.
const page = () => apiPage(document as unknown as OpenApiDocument);

/** The API for people, from the same description as /api/openapi.json. Public: it holds no data. */
export function GET(): Response {
  return new Response(page(), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'Cache-Control': 'public, max-age=300',
    },
  });
}
