import type { NextRequest } from 'next/server';
import { notFound } from '@/lib/errors';
import { problem } from '@/lib/http/problem';

/** Answers unknown API paths with problem+json instead of a page. */
const unknown = (request: NextRequest) => problem(notFound(), request.headers, null);

export { unknown as DELETE, unknown as GET, unknown as PATCH, unknown as POST, unknown as PUT };
