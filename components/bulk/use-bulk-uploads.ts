'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { type BulkItem, UnreadableEntry } from '@/components/bulk/bulk-item';
import { useOwner } from '@/components/forms/form-owner';
import { type SentFile, sendFile } from '@/components/uploads/send-file';
import { ownerField } from '@/lib/forms/marks';

/** The form with which a file is sent. */
export type BulkForm = {
  address: string;
  fileField: string;
  dateField?: string;
  fields: Record<string, string>;
  /** The address that tells whether the project has a file with this SHA-256. */
  known: (sha256: string) => string;
};

/** `present`: the project has this file already. */
export type BulkState = 'waiting' | 'sending' | 'done' | 'present' | 'failed';

export type BulkUpload = {
  item: BulkItem;
  form: BulkForm;
  state: BulkState;
  /** The sent share, from 0 to 1. */
  progress: number;
  /** The server's words about a failure, a key for one that happened here, or null where nobody answered. */
  message: string | { key: 'damaged' | 'gone' } | null;
  /** Whether the same file would be refused again. */
  isFinal: boolean;
};

/** Browsers open six connections per host; two uploads leave enough of them for navigation. */
const atOnce = 2;

/** Sends many files, two at a time. A failed one can be tried again with its key, so that none is stored twice. */
export function useBulkUploads() {
  const [uploads, setUploads] = useState<readonly BulkUpload[]>([]);
  const owner = useOwner();
  const leaving = useRef(new AbortController());
  const started = useRef(new Set<string>());

  const change = useCallback((key: string, facts: Partial<BulkUpload>) => {
    setUploads((all) => all.map((upload) => (upload.item.key === key ? { ...upload, ...facts } : upload)));
  }, []);

  useEffect(() => {
    const running = uploads.filter(({ state }) => state === 'sending').length;
    const next = uploads.filter(({ state, item }) => state === 'waiting' && !started.current.has(item.key));
    for (const { item, form } of next.slice(0, Math.max(0, atOnce - running))) {
      started.current.add(item.key);
      change(item.key, { state: 'sending', progress: 0 });
      const onProgress = (progress: number) => change(item.key, { progress });
      void send(item, form, owner, onProgress, leaving.current.signal).then((end) => change(item.key, end));
    }
  }, [uploads, owner, change]);

  useEffect(() => {
    const leave = leaving.current;
    return () => leave.abort();
  }, []);

  return {
    uploads,
    busy: uploads.some(({ state }) => state === 'waiting' || state === 'sending'),
    start: (planned: readonly { item: BulkItem; form: BulkForm }[]) =>
      setUploads(
        planned.map(({ item, form }) => ({ item, form, state: 'waiting', progress: 0, message: null, isFinal: false })),
      ),
    /** Tries everything again that failed and may succeed. */
    retry: () =>
      setUploads((all) =>
        all.map((upload) => {
          if (upload.state !== 'failed' || upload.isFinal) return upload;
          started.current.delete(upload.item.key);
          return { ...upload, state: 'waiting', progress: 0, message: null };
        }),
      ),
    clear: () => setUploads([]),
  };
}

async function send(
  item: BulkItem,
  { address, fileField, dateField, fields, known }: BulkForm,
  owner: string | null,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Partial<BulkUpload>> {
  let file: File;
  try {
    file = await item.open();
  } catch (error) {
    // A file that was moved or changed since it was dropped cannot be read any more.
    const key = error instanceof UnreadableEntry ? 'damaged' : 'gone';
    return { state: 'failed', message: { key }, isFinal: true };
  }
  if (await isKnown(file, known, signal)) return { state: 'present', progress: 1, message: null };
  const all = { ...fields, skip_duplicate: 'true', ...(owner === null ? {} : { [ownerField]: owner }) };
  const idempotencyKey = item.key;
  return endOf(
    await sendFile({ address, fileField, dateField, fields: all, file, idempotencyKey, onProgress, signal }),
  );
}

/**
 * Whether the project has the file already, so that a second run sends only what is missing. Browsers have SHA-256 on https alone;
 * without it, and where nobody answers, the upload itself finds out.
 */
async function isKnown(file: File, known: BulkForm['known'], signal: AbortSignal): Promise<boolean> {
  if (!globalThis.crypto?.subtle) return false;
  try {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const response = await fetch(known(sha256), { headers: { Accept: 'application/json' }, signal });
    if (!response.ok) return false;
    const { data }: { data?: { record_id?: string | null } } = await response.json();
    return Boolean(data?.record_id);
  } catch {
    return false;
  }
}

function endOf(sent: SentFile): Partial<BulkUpload> {
  if (sent.ok) return { state: 'done', progress: 1 };
  const { status, problem, message } = sent;
  const isPresent = status === 409 && problem !== null && typeof problem === 'object' && 'duplicate_of' in problem;
  if (isPresent) return { state: 'present', progress: 1, message };
  // The session (401), a timeout (408), a running twin (409), a full storage (413) and a rate limit (429) may pass.
  const isFinal = status >= 400 && status < 500 && ![401, 408, 409, 413, 429].includes(status);
  return { state: 'failed', progress: 0, message, isFinal };
}
