import type { NextRequest } from 'next/server';
import { notFound } from '@/lib/errors';
import { problem } from '@/lib/http/problem';

/** An address that the API does not have is answered as the API answers, not with a page. */
const unknown = (request: NextRequest) => problem(notFound(), request.headers, null);

export { unknown as DELETE, unknown as GET, unknown as PATCH, unknown as POST, unknown as PUT };
