import { describe, expect, it } from 'vitest';
import { type Lane, waitingLine } from '@/lib/waiting-line';
import { refusal } from '@/tests/support/database/refusal';

const line = () => waitingLine({ atOnce: 2, mostWaiting: 3, busy: 'busy', retryAfterSeconds: 7 });

describe('a waiting line', () => {
  it('runs some at once and the others of a lane in the order they came', async () => {
    const inLine = line();
    const ends: (() => void)[] = [];
    const begun: number[] = [];
    const works = [0, 1, 2, 3, 4].map((number) =>
      inLine('visitors', () => {
        begun.push(number);
        return new Promise<void>((resolve) => ends.push(resolve));
      }),
    );
    for (let done = 0; done < works.length; done++) {
      await expect.poll(() => begun).toEqual([0, 1, 2, 3, 4].slice(0, done + 2));
      ends[done]?.();
      await works[done];
    }
  });

  it('turns away who comes when as many wait as may, even at the same moment, and takes the next when one has left', async () => {
    const inLine = line();
    const ends: (() => void)[] = [];
    const work = () => new Promise<void>((resolve) => ends.push(resolve));
    const admitted = [1, 2, 3, 4, 5].map(() => inLine('visitors', work));
    expect(await refusal(inLine('visitors', work))).toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 7 });
    ends[0]?.();
    await admitted[0];
    admitted.push(inLine('visitors', work));
    for (let done = 1; done < admitted.length; done++) {
      await expect.poll(() => ends.length).toBeGreaterThan(done);
      ends[done]?.();
      await admitted[done];
    }
    expect(ends).toHaveLength(6);
  });

  it('keeps its places when work fails, at once or later', async () => {
    const inLine = line();
    const failing = [1, 2, 3, 4].map((number) =>
      inLine('visitors', () => {
        if (number % 2) throw new Error('at once');
        return Promise.reject(new Error('later'));
      }),
    );
    expect((await Promise.allSettled(failing)).map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
    await expect(
      Promise.all([
        inLine('visitors', async () => 1),
        inLine('visitors', async () => 2),
        inLine('visitors', async () => 3),
      ]),
    ).resolves.toEqual([1, 2, 3]);
  });

  it('serves the lanes in turn, however many wait in one of them', async () => {
    const inLine = waitingLine({ atOnce: 1, mostWaiting: 60, busy: 'busy', retryAfterSeconds: 7 });
    const served: string[] = [];
    const task = (lane: Lane) => inLine(lane, async () => void served.push(lane));
    const busy = Array.from({ length: 6 }, () => task('tenant busy'));
    const calm = [task('tenant calm'), task('visitors'), task('tenant calm')];
    await Promise.all([...busy, ...calm]);
    expect(served.map((lane) => lane.replace('tenant ', ''))).toEqual([
      ...['busy', 'busy', 'calm', 'visitors', 'busy', 'calm', 'busy', 'busy', 'busy'],
    ]);
  });

  it('has room in each lane, although another one is full', async () => {
    const inLine = line();
    const ends: (() => void)[] = [];
    const gate = new Promise<void>((resolve) => ends.push(resolve));
    const busy = Array.from({ length: 5 }, () => inLine('tenant busy', () => gate));
    expect((await refusal(inLine('tenant busy', () => gate))).code).toBe('UNAVAILABLE');
    const calm = inLine('tenant calm', async () => 'served');
    ends[0]?.();
    await expect(calm).resolves.toBe('served');
    await Promise.all(busy);
  });
});
