import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

export type ProcessSettings<Answer> = {
  /** The script from the repository's root, and the options of Node for it. */
  script: string;
  options?: string[];
  /** The answer for a job that takes too long, or brings its process down. */
  killed: Answer;
  /** A process that works longer on one job is killed, in case it hangs. */
  mostMilliseconds: number;
  /** A process without work for so long is ended, which returns its memory. */
  idleMilliseconds: number;
};

/**
 * Runs each job in a process of its own, which then waits for the next one; the caller limits how many run at once. Throws an
 * Error where the process cannot work at all. Processes end together with this one, even after a kill -9.
 */
export function jobProcesses<Job extends object, Answer>(settings: ProcessSettings<Answer>) {
  const { mostMilliseconds, idleMilliseconds, killed } = settings;
  const waiting = new Map<ChildProcess, NodeJS.Timeout>();

  const take = (): ChildProcess => {
    for (const [child, timer] of waiting) {
      clearTimeout(timer);
      waiting.delete(child);
      if (isAlive(child)) return child;
    }
    return start(settings);
  };
  const putBack = (child: ChildProcess) => {
    const end = () => {
      waiting.delete(child);
      child.kill('SIGKILL');
    };
    waiting.set(child, setTimeout(end, idleMilliseconds).unref());
  };

  return async (job: Job): Promise<Answer> => {
    const child = take();
    hold(child);
    try {
      return await answerOf(child, job, { mostMilliseconds, killed });
    } finally {
      release(child);
      if (isAlive(child)) putBack(child);
    }
  };
}

/**
 * Starts a process without this one's variables, which hold secrets, and options. The path is from the repository's root,
 * where every process of the portal runs, because a bundle knows no other place of this file.
 */
function start({ script, options = [] }: { script: string; options?: string[] }): ChildProcess {
  const path = resolve(/* turbopackIgnore: true */ process.cwd(), script);
  const child = spawn(process.execPath, [...options, path], {
    env: { NODE_ENV: 'production' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return child.on('error', () => undefined); // while it works, answerOf reports it
}

function isAlive(child: ChildProcess): boolean {
  return child.connected && !child.killed && child.exitCode === null && child.signalCode === null;
}

type Limits<Answer> = { mostMilliseconds: number; killed: Answer };

/** The process's answer. A signal that ends it, such as its own after a limit, comes of the job. */
function answerOf<Answer>(child: ChildProcess, job: object, { mostMilliseconds, killed }: Limits<Answer>) {
  return new Promise<Answer>((done, fail) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), mostMilliseconds);
    const settle = () => {
      clearTimeout(timer);
      child.off('message', answered).off('exit', ended).off('error', broken);
    };
    const answered = (message: unknown) => {
      settle();
      done(message as Answer); // the script and its caller share the type
    };
    const ended = (code: number | null, signal: NodeJS.Signals | null) => {
      settle();
      if (signal === null) fail(new Error(`A process for files ended with code ${code}`));
      else done(killed);
    };
    const broken = (error: Error) => {
      settle();
      fail(error);
    };
    child.on('message', answered).on('exit', ended).on('error', broken);
    child.send(job, () => undefined); // where it cannot be sent, the process has ended
  });
}

/** Keeps this process running while the child works. */
function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

/** Lets this process end while the child waits. */
function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}
