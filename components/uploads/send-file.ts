/** What became of an upload: the answer's JSON, or why not, in the words of the API (null and 0 where it did not answer). */
export type SentFile = { ok: true; answer: unknown } | { ok: false; message: string | null; status: number };

type Sending = {
  address: string;
  /** In snake_case, as the API names them. */
  fields: Record<string, string>;
  fileField: string;
  file: File;
  /** From 0 to 1, as the bytes leave. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

/** Sends one file as a form would. XMLHttpRequest, because fetch does not tell how far an upload is. */
export function sendFile({ address, fields, fileField, file, onProgress, signal }: Sending): Promise<SentFile> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append(fileField, file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('Accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer: unknown = request.response;
      const { status } = request;
      resolve(status < 300 ? { ok: true, answer } : { ok: false, message: messageOf(answer), status });
    };
    request.onerror = () => resolve({ ok: false, message: null, status: 0 });
    request.onabort = () => resolve({ ok: false, message: null, status: 0 });
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

/** The messages at the fields of a problem, or what it says of the whole. */
function messageOf(problem: unknown): string | null {
  if (problem === null || typeof problem !== 'object') return null;
  const errors = 'errors' in problem && problem.errors;
  const atFields = errors && typeof errors === 'object' ? Object.values(errors).flat().map(String) : [];
  if (atFields.length > 0) return atFields.join(' ');
  return 'detail' in problem && typeof problem.detail === 'string' ? problem.detail : null;
}
