'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { type SentFile, sendFile } from '@/components/uploads/send-file';

export type Upload = {
  key: number;
  file: File;
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

type Target = { address: string; fileField: string; limit?: SizeLimit };

/** Browsers open six connections per host; two uploads leave enough of them for navigation. */
const atOnce = 2;

/** A queue of uploads, two at a time, each with its own progress and retry. */
export function useUploads({ address, fileField, limit }: Target) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const fields = useRef<Record<string, string>>({});
  const lastKey = useRef(0);
  const leaving = useRef(new AbortController());

  const change = useCallback((key: number, facts: Partial<Upload>) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...facts } : upload)));
  }, []);

  // Runs after each change of the list. `started` prevents a second start before the state is updated.
  const started = useRef(new Set<number>());
  useEffect(() => {
    const running = uploads.filter(({ state }) => state === 'sending').length;
    const next = uploads.filter(({ state, key }) => state === 'waiting' && !started.current.has(key));
    for (const { key, file } of next.slice(0, Math.max(0, atOnce - running))) {
      started.current.add(key);
      change(key, { state: 'sending', progress: 0 });
      const onProgress = (progress: number) => change(key, { progress });
      const { signal } = leaving.current;
      const form = { address, fileField, fields: fields.current, file, onProgress, signal };
      void sendFile(form).then((sent) => change(key, outcomeOf(sent)));
    }
  }, [uploads, address, fileField, change]);

  useEffect(() => {
    const leave = leaving.current;
    return () => leave.abort();
  }, []);

  return {
    uploads,
    busy: uploads.some(({ state }) => state === 'waiting' || state === 'sending'),
    /** Queues files, each sent with the given fields. */
    send: (files: readonly File[], beside: Record<string, string>) => {
      fields.current = beside;
      const added = files.map((file): Upload => {
        const upload = { key: ++lastKey.current, file, progress: 0 };
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
    remove: (key: number) => setUploads((all) => all.filter((upload) => upload.key !== key)),
    /** Retries a failed upload with the fields of the last `send`. */
    retry: (key: number) => {
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
