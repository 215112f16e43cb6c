'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { useOwner } from '@/components/forms/form-owner';
import { type SentFile, sendFile } from '@/components/uploads/send-file';
import { ownerField } from '@/lib/forms/marks';

export type Upload = {
  /** Also the idempotency key of the file's requests. */
  key: string;
  file: File;
  /** The form's fields at the time the file was added: another answer to a retry would be another request. */
  fields: Record<string, string>;
  /** From 0 to 1. */
  progress: number;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  /** The API's response, once done. */
  answer?: unknown;
  /** The server's reason for the failure; null if it gave none. */
  message?: string | null;
  /** Requirement for a retry: nothing, a new sign-in or another file. */
  needs?: 'nothing' | 'signIn' | 'otherFile';
};

/** Largest allowed file in bytes, and the message for a larger one. */
export type SizeLimit = { bytes: number; message: (name: string) => string };

type Target = { address: string; fileField: string; dateField?: string; limit?: SizeLimit };

/** Browsers open six connections per host; two uploads leave enough of them for navigation. */
const atOnce = 2;

/** A queue of uploads, two at a time, each with its own progress and retry. */
export function useUploads({ address, fileField, dateField, limit }: Target) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const owner = useOwner();
  const leaving = useRef(new AbortController());

  const change = useCallback((key: string, facts: Partial<Upload>) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...facts } : upload)));
  }, []);

  // Runs after each change of the list. `started` prevents a second start before the state is updated.
  const started = useRef(new Set<string>());
  useEffect(() => {
    const running = uploads.filter(({ state }) => state === 'sending').length;
    const next = uploads.filter(({ state, key }) => state === 'waiting' && !started.current.has(key));
    for (const { key, file, fields } of next.slice(0, Math.max(0, atOnce - running))) {
      started.current.add(key);
      change(key, { state: 'sending', progress: 0 });
      const onProgress = (progress: number) => change(key, { progress });
      const { signal } = leaving.current;
      const all = owner === null ? fields : { ...fields, [ownerField]: owner };
      const form = { address, fileField, dateField, fields: all, file, idempotencyKey: key };
      void sendFile({ ...form, onProgress, signal }).then((sent) => change(key, outcomeOf(sent)));
    }
  }, [uploads, address, fileField, dateField, owner, change]);

  useEffect(() => {
    const leave = leaving.current;
    return () => leave.abort();
  }, []);

  return {
    uploads,
    busy: uploads.some(({ state }) => state === 'waiting' || state === 'sending'),
    /** Queues files, each sent with the given fields. */
    send: (files: readonly File[], beside: Record<string, string>) => {
      const added = files.map((file): Upload => {
        const upload = { key: uuid(), file, fields: beside, progress: 0 };
        if (!limit || file.size <= limit.bytes) return { ...upload, state: 'waiting' };
        return {
          ...upload,
          state: 'failed',
          message: limit.message(file.name),
          needs: 'otherFile',
        };
      });
      setUploads((all) => [...all, ...added]);
    },
    /** Removes a failed upload from the list. */
    remove: (key: string) => setUploads((all) => all.filter((upload) => upload.key !== key)),
    /** Retries a failed upload with the same fields and the same key. */
    retry: (key: string) => {
      started.current.delete(key);
      change(key, { state: 'waiting', progress: 0, message: null });
    },
  };
}

function outcomeOf(sent: SentFile): Partial<Upload> {
  return sent.ok
    ? { state: 'done', progress: 1, answer: sent.answer }
    : { state: 'failed', progress: 0, message: sent.message, needs: needsOf(sent.status) };
}

/**
 * A 4xx status refuses the same file again, except when the cause is the session (401), a timeout (408) or a rate limit
 * (429).
 */
function needsOf(status: number): NonNullable<Upload['needs']> {
  if (status === 401) return 'signIn';
  return status >= 400 && status < 500 && status !== 408 && status !== 429 ? 'otherFile' : 'nothing';
}
