import type { NextRequest } from 'next/server';
import { notFound } from '@/lib/errors';
import { problem } from '@/lib/http/problem';

/** An unknown address of the API is answered with problem+json, not with a page. */
const unknown = (request: NextRequest) => problem(notFound(), request.headers, null);

export { unknown as DELETE, unknown as GET, unknown as PATCH, unknown as POST, unknown as PUT };
