import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Letter } from '@/lib/mail/letter';

type Answer = { id: number; html?: string; error?: string };
type Waiting = { resolve: (html: string) => void; reject: (error: Error) => void };

const waiting = new Map<number, Waiting>();
let thread: Worker | undefined;
let count = 0;

/** The HTML of a letter, drawn by components/mail in a thread that stays for the next one. */
export function renderLetter(letter: Letter): Promise<string> {
  thread ??= openThread();
  const id = ++count;
  const worker = thread;
  worker.ref();
  return new Promise<string>((done, failed) => {
    waiting.set(id, { resolve: done, reject: failed });
    worker.postMessage({ id, letter });
  }).finally(() => {
    if (waiting.size === 0) worker.unref();
  });
}

function openThread(): Worker {
  // Without the flags of this process: its conditions would resolve the React of server components.
  const worker = new Worker(resolve('components/mail/thread.mjs'), { execArgv: [], env: {} });
  worker.on('message', ({ id, html, error }: Answer) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (html !== undefined) asked?.resolve(html);
    else asked?.reject(new Error(`a mail could not be drawn: ${error}`));
  });
  const fail = (error: Error) => {
    thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread that draws mails has ended')));
  worker.unref();
  return worker;
}
