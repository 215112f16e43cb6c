import { isInstantInBounds } from '@/lib/date-bounds';

/** Outcome of an upload: the response's JSON, or the API's problem with its message and status. Without a response these are null and 0. */
export type SentFile =
  | { ok: true; answer: unknown }
  | { ok: false; problem: unknown; message: string | null; status: number };

type Sending = {
  address: string;
  /** In snake_case, as the API expects. */
  fields: Record<string, string>;
  fileField: string;
  /** One, several, or null where the form has none. */
  file: File | readonly File[] | null;
  /** The field for the file's date on this device, where the API takes one. */
  dateField?: string | undefined;
  /** Made once per file and kept over retries, so that a file whose answer was lost is not stored twice. */
  idempotencyKey: string;
  /** Called with the share sent, from 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

/** Sends one file as multipart form data. Uses XMLHttpRequest, because fetch reports no upload progress. Never rejects. */
export function sendFile(sending: Sending): Promise<SentFile> {
  const { address, fields, fileField, file, dateField, idempotencyKey, onProgress, signal } = sending;
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const files = file === null ? [] : file instanceof File ? [file] : file;
  const changedAt = new Date(files[0]?.lastModified ?? 0);
  if (dateField && changedAt.getTime() > 0 && isInstantInBounds(changedAt))
    body.append(dateField, changedAt.toISOString());
  for (const one of files) body.append(fileField, one);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Idempotency-Key', idempotencyKey);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer: unknown = request.response;
      const { status } = request;
      resolve(status < 300 ? { ok: true, answer } : { ok: false, problem: answer, message: messageOf(answer), status });
    };
    request.onerror = () => resolve({ ok: false, problem: null, message: null, status: 0 });
    request.onabort = () => resolve({ ok: false, problem: null, message: null, status: 0 });
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

/** Returns the field messages of a problem response, otherwise its detail; null if it has neither. */
function messageOf(problem: unknown): string | null {
  if (problem === null || typeof problem !== 'object') return null;
  const errors = 'errors' in problem && problem.errors;
  const atFields = errors && typeof errors === 'object' ? Object.values(errors).flat().map(String) : [];
  if (atFields.length > 0) return atFields.join(' ');
  return 'detail' in problem && typeof problem.detail === 'string' ? problem.detail : null;
}
