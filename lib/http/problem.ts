import { type AppError, statusOf } from '@/lib/errors';
import { asWritten } from '@/lib/http/keys';
import { requestIdOf } from '@/lib/http/request-id';
import { wordsOf } from '@/lib/i18n/error-texts';
import { negotiateLocale } from '@/lib/i18n/negotiate';

/** An error as RFC 9457 problem details, in the person's language, or else the request's. */
export function problem(
  error: AppError,
  headers: Pick<Headers, 'get'>,
  locale: string | null,
  requestId = requestIdOf(headers),
): Response {
  const words = wordsOf(error, negotiateLocale({ person: locale, acceptLanguage: headers.get('accept-language') }));
  const status = statusOf[error.code];
  const errors = Object.fromEntries(Object.entries(words.fields).map(([field, texts]) => [asWritten(field), texts]));
  const body = {
    type: `urn:oriel:problem:${error.code.toLowerCase().replaceAll('_', '-')}`,
    title: words.title,
    status,
    detail: words.detail,
    ...(status === 422 ? { errors } : {}),
    ...(status >= 500 ? { request_id: requestId } : {}),
    ...error.members,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'private, no-store',
      ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
      ...(error.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(error.retryAfterSeconds) }),
    },
  });
}
