import type { Face, Material } from '@/prisma/seed/pictures/face';
import { sheet } from '@/prisma/seed/pictures/solids';
import type { Vec } from '@/prisma/seed/pictures/vector';

/** Uneven ground or cloth over a rectangle of the plan, `cells` pieces each way. Paint lies over it as on the plan. */
export function relief(
  [x0, z0]: readonly [number, number],
  [x1, z1]: readonly [number, number],
  cells: readonly [number, number],
  heightAt: (x: number, z: number) => number,
  material: Material,
): Face[] {
  const point = (column: number, row: number): Vec => {
    const x = x0 + ((x1 - x0) * column) / cells[0];
    const z = z0 + ((z1 - z0) * row) / cells[1];
    return [x, heightAt(x, z), z];
  };
  return Array.from({ length: cells[0] * cells[1] }, (_, index) => {
    const column = index % cells[0];
    const row = Math.floor(index / cells[0]);
    const [a, b] = [point(column, row), point(column + 1, row)];
    const [c, d] = [point(column + 1, row + 1), point(column, row + 1)];
    return [...sheet([d, c, b], material, 0.5), ...sheet([d, b, a], material, 0.5)];
  })
    .flat()
    .map((face) => ({ ...face, origin: [0, 0, 0], across: [1, 0, 0.001], down: [0, 0.3, 1] }));
}
