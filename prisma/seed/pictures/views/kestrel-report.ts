import { chanceOf } from '@/prisma/seed/chance';
import { daylight } from '@/prisma/seed/pictures/daylight';
import type { Paint } from '@/prisma/seed/pictures/face';
import { flat, mineral, plain } from '@/prisma/seed/pictures/paints';
import { any, bar, both, disc, printed, ring, type Shape, stroke } from '@/prisma/seed/pictures/props/patterns';
import { zinc } from '@/prisma/seed/pictures/props/site';
import { brightGreen, leafOfPaper, lines, paper, soot, studio } from '@/prisma/seed/pictures/props/studio';
import type { Scene } from '@/prisma/seed/pictures/scene';
import { box, cylinder, sheet, turnedBox } from '@/prisma/seed/pictures/solids';
import type { Vec } from '@/prisma/seed/pictures/vector';

const byTheWindow = {
  light: daylight('afternoon', -78, 30),
  bounds: { centre: [0, 0, 0.1] as const, reach: 1.9 },
  fill: [0.34, 0.33, 0.31] as const,
};

/** A page of the report: a picture above, a headline, two columns. */
function page(x: number, y: number, width: number, height: number, kind: number): (readonly [Shape, string])[] {
  const inner = width * 0.8;
  const left = x + width * 0.1;
  const half = inner * 0.46;
  const picture = bar(left, y + height * 0.08, inner, height * (kind % 3 === 0 ? 0.5 : 0.26));
  const hill = both(picture, disc(left + inner * 0.3, y + height * 0.75, height * 0.36));
  const text = y + height * (kind % 3 === 0 ? 0.68 : 0.48);
  return [
    [picture, kind % 2 ? '#B9C3A0' : brightGreen],
    [hill, kind % 2 ? brightGreen : '#3F5540'],
    [disc(left + inner * 0.75, y + height * 0.17, height * 0.035), '#F1ECE1'],
    [lines(left, text - height * 0.08, inner * 0.7, 1, 0.016), soot],
    [any(lines(left, text, half, 8), lines(left + inner - half, text, half, kind % 3 === 0 ? 6 : 8)), soot],
  ];
}

/** The second side of a press sheet: eight pages, colour bars, and a loupe. */
export function pressSheet(): Scene {
  const [width, height] = [0.96, 0.68];
  const pages = Array.from({ length: 8 }, (_, index) =>
    page(0.05 + (index % 4) * 0.217, 0.05 + Math.floor(index / 4) * 0.295, 0.205, 0.28, index),
  ).flat();
  const bars = Array.from({ length: 22 }, (_, index): readonly [Shape, string] => [
    bar(0.06 + index * 0.039, 0.645, 0.03, 0.016),
    [brightGreen, '#B9C3A0', soot, '#8A8780'][index % 4] ?? soot,
  ]);
  const cross = (x: number, y: number): readonly [Shape, string] => [
    any(
      stroke(x - 0.012, y, x + 0.012, y, 0.0012),
      stroke(x, y - 0.012, x, y + 0.012, 0.0012),
      ring(x, y, 0.006, 0.001),
    ),
    soot,
  ];
  const print = printed(paper, [...pages, ...bars, cross(0.025, 0.34), cross(0.935, 0.34), cross(0.48, 0.022)]);
  return {
    faces: [
      ...studio(),
      ...leafOfPaper([-0.52, 0.003, -0.42], width, height, -7, flat('#E9E4D8')),
      ...leafOfPaper([-0.5, 0.006, -0.4], width, height, -4, print),
      ...cylinder([0.17, 0.008, 0.02], [0.17, 0.045, 0.02], 0.026, plain('#22211F', { gloss: 0.1 }), 24),
      ...cylinder([0.17, 0.045, 0.02], [0.17, 0.052, 0.02], 0.03, zinc, 24),
      ...cylinder([0.17, 0.052, 0.02], [0.17, 0.053, 0.02], 0.022, plain('#6E8894', { gloss: 0.4 }), 24),
      ...turnedBox([0.42, 0.008, 0.24], [0.17, 0.007, 0.008], 28, plain('#B8433A')),
      ...box([0.56, 0, -0.36], [0.22, 0.035, 0.3], plain('#C8C1B2')),
    ],
    from: { eye: [0.32, 0.72, 0.88], target: [-0.02, 0, -0.08], angle: 52 },
    ...byTheWindow,
    focus: { distance: 1.1, blur: 0.35 },
  };
}

/** The bound report on the mill's scale. */
export function reportOnScale(): Scene {
  const cover: Paint = printed(flat('#C9BE9F'), [
    [both(bar(0, 0, 0.21, 0.26), disc(0.06, 0.33, 0.17)), brightGreen],
    [both(bar(0, 0, 0.21, 0.26), disc(0.2, 0.36, 0.16)), '#3F5540'],
    [disc(0.15, 0.075, 0.022), '#F1ECE1'],
    [lines(0.02, 0.03, 0.09, 2, 0.014), soot],
  ]);
  const ticks = Array.from({ length: 24 }, (_, index) => {
    const angle = (index * Math.PI) / 12;
    return stroke(
      0.13 + Math.cos(angle) * 0.085,
      0.13 + Math.sin(angle) * 0.085,
      0.13 + Math.cos(angle) * 0.103,
      0.13 + Math.sin(angle) * 0.103,
      index % 6 ? 0.0022 : 0.005,
    );
  });
  const dial: Paint = printed(flat('#EDE8DA'), [
    [ring(0.13, 0.13, 0.112, 0.004), soot],
    [any(...ticks), soot],
    [stroke(0.13, 0.13, 0.178, 0.19, 0.006), '#B8433A'],
    [disc(0.13, 0.13, 0.012), soot],
  ]);
  const iron = plain('#4C5A57', { gloss: 0.06, variety: 0.05 });
  const rim = Array.from({ length: 40 }, (_, index): Vec => {
    const angle = (index * Math.PI) / 20;
    return [Math.cos(angle) * 0.128, 0.33 + Math.sin(angle) * 0.128, -0.212];
  });
  const glass = sheet(rim, { paint: dial, gloss: 0.05 }, 0.5).map(
    (face) => ({ ...face, origin: [-0.13, 0.46, -0.212], across: [1, 0, 0], down: [0, -1, 0] }) as const,
  );
  return {
    faces: [
      ...studio(),
      ...box([-0.24, 0, -0.3], [0.48, 0.09, 0.44], iron),
      ...box([-0.2, 0.09, -0.1], [0.4, 0.02, 0.24], iron),
      ...box([-0.23, 0.125, -0.2], [0.46, 0.014, 0.36], zinc),
      ...box([-0.06, 0.09, -0.29], [0.12, 0.16, 0.06], iron),
      ...cylinder([0, 0.33, -0.29], [0, 0.33, -0.218], 0.142, iron, 40),
      ...glass,
      ...leafOfPaper([-0.13, 0.139, -0.09], 0.21, 0.26, -14, cover, 0.012),
      ...turnedBox([0.44, 0, 0.06], [0.21, 0.012, 0.26], 24, plain('#C9BE9F')),
      ...turnedBox([0.45, 0.012, 0.05], [0.21, 0.012, 0.26], 16, plain('#B4A988')),
      ...box([-0.72, 0, -0.38], [0.26, 0.34, 0.2], mineral('#B8A27C', { size: 0.1, contrast: 0.3 })),
      ...cylinder([-0.42, 0, 0.2], [-0.42, 0.05, 0.2], 0.035, zinc, 20),
    ],
    from: { eye: [0.42, 0.62, 1.02], target: [-0.01, 0.2, -0.08], angle: 46 },
    ...byTheWindow,
    focus: { distance: 1.2, blur: 0.6 },
  };
}

/** A contact sheet of farm portraits; the first choice is ringed in red. */
export function contactSheet(): Scene {
  const chance = chanceOf('portraits');
  const [columns, rows] = [6, 5];
  const skies = ['#9AA6A8', '#C2BBAA', '#8E9A86', '#B5A88E'];
  const coats = ['#4E5B52', '#6E5B46', '#39424A', '#7C6A4E'];
  const skins = ['#B98F70', '#8A6248', '#D0A98B', '#6E4B36'];
  const any4 = (from: string[]) => from[Math.floor(chance() * 4)] ?? soot;
  const shots = Array.from({ length: columns * rows }, (_, index): (readonly [Shape, string])[] => {
    const [x, y] = [0.035 + (index % columns) * 0.062, 0.03 + Math.floor(index / columns) * 0.088];
    const within = bar(x, y, 0.054, 0.076);
    const middle = x + 0.02 + 0.014 * chance();
    const head = y + 0.03 + 0.006 * chance();
    const size = 0.009 + 0.003 * chance();
    return [
      [within, any4(skies)],
      [both(within, bar(x, y + 0.05, 0.054, 0.03)), '#7C7A5C'],
      [both(within, disc(middle, head + size * 3.1, size * 2.1)), any4(coats)],
      [disc(middle, head, size), any4(skins)],
      [both(disc(middle, head - size * 0.25, size * 1.12), bar(x, y, 0.054, head - y - size * 0.25)), any4(coats)],
    ];
  }).flat();
  const choices: (readonly [Shape, string])[] = [
    [ring(0.186, 0.156, 0.046, 0.0035), '#C23A2E'],
    [ring(0.31, 0.333, 0.045, 0.0035), '#C23A2E'],
    [stroke(0.05, 0.21, 0.085, 0.27, 0.003), '#C23A2E'],
    [stroke(0.085, 0.21, 0.05, 0.27, 0.003), '#C23A2E'],
  ];
  const strips = Array.from({ length: rows }, (_, index): readonly [Shape, string] => [
    bar(0.028, 0.024 + index * 0.088, 0.378, 0.084),
    '#1E1D1B',
  ]);
  return {
    faces: [
      ...studio(),
      ...box([-0.42, 0, -0.36], [0.86, 0.02, 0.66], plain('#F5F1E6', { glow: 0.25 })),
      ...leafOfPaper(
        [-0.22, 0.021, -0.29],
        0.436,
        0.48,
        5,
        printed(flat('#EDE8DC'), [...strips, ...shots, ...choices]),
      ),
      ...turnedBox([0.29, 0.021, 0.02], [0.15, 0.009, 0.009], 66, plain('#B8332A')),
      ...cylinder([-0.3, 0.02, 0.08], [-0.3, 0.06, 0.08], 0.026, plain('#22211F', { gloss: 0.1 }), 26),
      ...cylinder([-0.3, 0.06, 0.08], [-0.3, 0.066, 0.08], 0.03, zinc, 26),
      ...turnedBox([0.52, 0, -0.2], [0.2, 0.03, 0.26], -12, plain('#4A4A46')),
    ],
    from: { eye: [-0.2, 0.66, 0.62], target: [0.0, 0.02, -0.03], angle: 48 },
    ...byTheWindow,
    focus: { distance: 0.9, blur: 0.4 },
  };
}
