type Work = () => Promise<unknown>;

const least = 6;
const most = 40;

/**
 * The fastest time of each pair's works in milliseconds, [a, b] per pair. The works alternate, so that other load on the
 * machine slows all alike. A busy machine needs more rounds, until each work had a quiet moment and both of a pair agree within
 * a factor of two; works that truly differ never do.
 */
export async function fastestOf(pairs: readonly (readonly [Work, Work])[]): Promise<[number, number][]> {
  const fastest = pairs.map((): [number, number] => [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  const agree = () => fastest.every(([a, b]) => a < 2 * b && b < 2 * a);
  for (let round = 0; round < most && (round < least || !agree()); round++)
    for (const [index, works] of pairs.entries())
      for (const side of [0, 1] as const) {
        const before = performance.now();
        await works[side]();
        const pair = fastest[index];
        if (pair) pair[side] = Math.min(pair[side], performance.now() - before);
      }
  return fastest;
}
