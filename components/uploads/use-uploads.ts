'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { type SentFile, sendFile } from '@/components/uploads/send-file';

export type Upload = {
  key: number;
  file: File;
  /** From 0 to 1. */
  progress: number;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  /** The API's answer, once it is done. */
  answer?: unknown;
  /** Why it failed, where the server said so. */
  message?: string | null;
  /** What another try needs: nothing, to be signed in again, or another file. */
  needs?: 'nothing' | 'signIn' | 'otherFile';
};

/** The largest file that is sent, in bytes, and the message for a larger one by its name. */
export type SizeLimit = { bytes: number; message: (name: string) => string };

type Target = { address: string; fileField: string; limit?: SizeLimit };

/** Browsers open six connections to a host; two leave room for looking around meanwhile. */
const atOnce = 2;

/** Files on their way to the server, two at a time, each with its own progress and its own second try. */
export function useUploads({ address, fileField, limit }: Target) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const fields = useRef<Record<string, string>>({});
  const lastKey = useRef(0);
  const leaving = useRef(new AbortController());

  const change = useCallback((key: number, facts: Partial<Upload>) => {
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...facts } : upload)));
  }, []);

  // Each change of the list starts what may start now; what is marked as sending is never started again.
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
    /** Sends files with these fields beside each. */
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
    /** Forgets one that failed. */
    remove: (key: number) => setUploads((all) => all.filter((upload) => upload.key !== key)),
    /** Tries a failed one again, with the fields that were sent last. */
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

/** The same file is refused again, unless the refusal was about who sent it or when. */
function needsOf(status: number): NonNullable<Upload['needs']> {
  if (status === 401) return 'signIn';
  return status >= 400 && status < 500 && status !== 408 && status !== 429 ? 'otherFile' : 'nothing';
}
