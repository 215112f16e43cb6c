/**
 * What is nearest at each point of a picture plane: how near, and which face it is (0 for none). Row by row the points lie
 * `shifts` to the right of where a column begins, over and over.
 */
export type Plane = {
  width: number;
  height: number;
  nearness: Float32Array;
  faces: Uint16Array;
  shifts: readonly number[];
};

/** A flat piece on the picture plane. Nearness is a linear function of x and y: that is what makes this simple. */
export type Patch = {
  face: number;
  xs: readonly number[];
  ys: readonly number[];
  slopeX: number;
  slopeY: number;
  level: number;
};

export function planeOf(width: number, height: number, shifts: readonly number[] = [0.5]): Plane {
  const size = width * height;
  return { width, height, nearness: new Float32Array(size).fill(-1e9), faces: new Uint16Array(size), shifts };
}

/** Draws a convex patch where nothing nearer is. */
export function draw({ width, height, nearness, faces, shifts }: Plane, patch: Patch): void {
  const { face, xs, ys, slopeX, slopeY, level } = patch;
  const first = Math.max(0, Math.ceil(Math.min(...ys) - 0.5));
  const last = Math.min(height - 1, Math.floor(Math.max(...ys) - 0.5));
  for (let y = first; y <= last; y++) {
    const [from, to] = span(xs, ys, y + 0.5);
    const shift = shifts[y % shifts.length] as number;
    const start = Math.max(0, Math.ceil(from - shift));
    const end = Math.min(width - 1, Math.floor(to - shift));
    let near = level + slopeX * (start + shift) + slopeY * (y + 0.5);
    for (let index = y * width + start; index <= y * width + end; index++) {
      if (near > (nearness[index] as number)) {
        nearness[index] = near;
        faces[index] = face;
      }
      near += slopeX;
    }
  }
}

const found: [number, number] = [0, 0];

/** Where a horizontal line enters and leaves a convex outline. */
function span(xs: readonly number[], ys: readonly number[], y: number): readonly [number, number] {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let previous = xs.length - 1;
  for (let next = 0; next < xs.length; next++) {
    const y1 = ys[previous] as number;
    const y2 = ys[next] as number;
    if (y1 <= y !== y2 <= y) {
      const x1 = xs[previous] as number;
      const x = x1 + (((xs[next] as number) - x1) * (y - y1)) / (y2 - y1);
      if (x < from) from = x;
      if (x > to) to = x;
    }
    previous = next;
  }
  found[0] = from;
  found[1] = to;
  return found;
}
