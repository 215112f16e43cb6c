import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/errors';
import { paced } from '@/lib/http/pace';

const pace = { idle: 60_000, window: 120_000, bytesPerSecond: 1_024 };

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

/** Reads pieces of `bytes` that arrive every `every` milliseconds; `work` is the time that the reader takes for each. */
async function reading({
  pieces,
  bytes,
  every,
  work = 0,
}: Record<'pieces' | 'bytes' | 'every', number> & { work?: number }) {
  const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
  async function* body() {
    for (let piece = 0; piece < pieces; piece++) {
      await wait(every);
      yield new Uint8Array(bytes);
    }
  }
  const read = async () => {
    let size = 0;
    for await (const piece of paced(body(), pace)) {
      size += piece.byteLength;
      if (work > 0) await wait(work);
    }
    return size;
  };
  const result = read().catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(pieces * (every + work) + 200_000);
  return result;
}

describe('the pace of a body', () => {
  it('lets a slow line take as long as it needs', async () => {
    expect(await reading({ pieces: 100, bytes: 20_000, every: 10_000 })).toBe(2_000_000);
  });

  it('bears a dead zone of just under a minute', async () => {
    expect(await reading({ pieces: 3, bytes: 200_000, every: 59_000 })).toBe(600_000);
  });

  it('does not hold the time of the reader against the sender', async () => {
    expect(await reading({ pieces: 5, bytes: 1_000, every: 10, work: 300_000 })).toBe(5_000);
  });

  it.each([
    ['a halt', { pieces: 2, bytes: 1_000_000, every: 60_100 }],
    ['a trickle', { pieces: 100, bytes: 1_000, every: 10_000 }],
  ])('ends %s', async (_, line) => {
    const error = await reading(line);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'TIMEOUT', reason: { key: 'uploadSlow' } });
  });
});
