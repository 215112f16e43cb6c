import { daylight } from '@/prisma/seed/pictures/daylight';
import type { Face, Paint } from '@/prisma/seed/pictures/face';
import { flat, laid, mineral, plain, wood } from '@/prisma/seed/pictures/paints';
import { any, bar, printed, ring, type Shape, stroke } from '@/prisma/seed/pictures/props/patterns';
import { hedge, leaves } from '@/prisma/seed/pictures/props/plants';
import { room } from '@/prisma/seed/pictures/props/rooms';
import { zinc } from '@/prisma/seed/pictures/props/site';
import {
  carton,
  earMark,
  leafOfPaper,
  lines,
  oatFront,
  oatYellow,
  paper,
  sackMark,
  seedMark,
  soot,
  studio,
} from '@/prisma/seed/pictures/props/studio';
import type { Scene } from '@/prisma/seed/pictures/scene';
import { box, cylinder, turnedBox } from '@/prisma/seed/pictures/solids';
import type { Vec } from '@/prisma/seed/pictures/vector';

const [width, height, depth] = [0.17, 0.27, 0.075];

/** Oats, poured out before a carton. */
function oats(x: number, z: number, count: number): Face[] {
  return Array.from({ length: count }, (_, index) => {
    const turn = index * 2.399_963;
    const far = 0.0062 * Math.sqrt(index) * 1.6;
    const at: Vec = [x + Math.cos(turn) * far * 1.5, 0.0005 + 0.0015 * (index % 3), z + Math.sin(turn) * far];
    return turnedBox(at, [0.009, 0.0025, 0.0045], index * 53, plain('#D9BE8E', { variety: 0.4 }));
  }).flat();
}

const bowl = (x: number, z: number, colour: string): Face[] => [
  ...cylinder([x, 0, z], [x, 0.05, z], 0.062, plain(colour, { gloss: 0.06 }), 30),
  ...cylinder([x, 0.05, z], [x, 0.051, z], 0.055, mineral('#CDB486', { size: 0.03, rough: 0.8 }), 30),
];

function onCarton(front: Paint, colour: string, bearing: number): Scene {
  return {
    faces: [
      ...studio(),
      ...carton([0, 0, -0.05], [width, height, depth], -17, colour, front),
      ...carton([0.27, 0, -0.25], [width, height, depth], 13, colour, front),
      ...oats(-0.1, 0.16, 150),
      ...bowl(-0.24, 0.02, '#EDE7DA'),
      ...turnedBox([0.2, 0.001, 0.17], [0.17, 0.006, 0.024], 32, wood('#8C653F')),
    ],
    from: { eye: [-0.16, 0.3, 0.72], target: [0.02, 0.12, -0.05], angle: 48 },
    light: daylight('morning', bearing, 28),
    bounds: { centre: [0, 0.1, 0], reach: 1.8 },
    fill: [0.36, 0.35, 0.32],
    focus: { distance: 0.8, blur: 0.55 },
  };
}

/** Direction A on a carton, cut and folded by hand. */
export function seedCarton(): Scene {
  return onCarton(oatFront(width, height, seedMark(width / 2, 0.155, 0.13), oatYellow, soot), oatYellow, -82);
}

/** Direction B on the same carton. */
export function sackCarton(): Scene {
  return onCarton(
    oatFront(width, height, sackMark(width / 2 - 0.01, 0.155, 0.14), '#D98A3C', '#F3EAD6'),
    '#D98A3C',
    -90,
  );
}

/** Both marks among everyday things on the shelf of the canteen. */
export function canteenShelf(): Scene {
  const board = wood('#A98A62', { contrast: 0.4, gloss: 0.04 });
  const wallTiles = laid(plain('#E6E2D8', { variety: 0 }).paint, {
    width: 0.1,
    height: 0.1,
    joint: 0.004,
    jointColour: '#C5C0B4',
    variety: 0.08,
    gloss: 0.08,
  });
  const jar = (x: number, y: number, radius: number, tall: number, colour: string): Face[] => [
    ...cylinder([x, y, -0.72], [x, y + tall, -0.72], radius, plain(colour, { gloss: 0.12 }), 28),
    ...cylinder([x, y + tall, -0.72], [x, y + tall + 0.02, -0.72], radius * 0.92, zinc, 28),
  ];
  const seed = oatFront(width, height, seedMark(width / 2, 0.155, 0.13), oatYellow, soot);
  const sack = oatFront(width, height, sackMark(width / 2 - 0.01, 0.155, 0.14), '#D98A3C', '#F3EAD6');
  return {
    faces: [
      ...room([-1.4, -1.2, -0.9], {
        width: 2.8,
        depth: 3.4,
        height: 2.9,
        floor: mineral('#8C857B'),
        walls: wallTiles,
        left: [{ x: 0.6, y: 0.9, width: 1.5, height: 1.6 }],
      }),
      ...[-0.42, 0, 0.42].flatMap((y) => box([-0.7, y - 0.028, -0.9], [1.4, 0.028, 0.28], board)),
      ...[-0.6, 0.57].flatMap((x) =>
        [-0.42, 0, 0.42].flatMap((y) => box([x, y - 0.14, -0.9], [0.02, 0.112, 0.2], plain('#3C3A36'))),
      ),
      ...carton([-0.2, 0, -0.74], [width, height, depth], 8, oatYellow, seed),
      ...carton([0.05, 0, -0.75], [width, height, depth], -5, '#D98A3C', sack),
      ...carton([-0.42, 0, -0.76], [width, height, depth], 3, oatYellow, seed),
      ...jar(0.3, 0, 0.06, 0.17, '#B98A55'),
      ...jar(0.46, 0, 0.055, 0.13, '#D8C9A4'),
      ...jar(-0.46, -0.42, 0.07, 0.22, '#8E9A86'),
      ...jar(-0.28, -0.42, 0.07, 0.22, '#D8C9A4'),
      ...jar(-0.1, -0.42, 0.07, 0.18, '#A5673F'),
      ...Array.from({ length: 5 }, (_, index) =>
        cylinder(
          [0.16, -0.42 + index * 0.016, -0.74],
          [0.16, -0.408 + index * 0.016, -0.74],
          0.11,
          plain('#EFEAE0', { gloss: 0.06 }),
          30,
        ),
      ).flat(),
      ...Array.from({ length: 3 }, (_, index) =>
        cylinder(
          [0.44, -0.42 + index * 0.06, -0.74],
          [0.44, -0.368 + index * 0.06, -0.74],
          0.042,
          plain('#7F958F', { gloss: 0.06 }),
          24,
        ),
      ).flat(),
      ...jar(-0.3, 0.42, 0.08, 0.2, '#6D7D74'),
      ...cylinder([0.3, 0.42, -0.74], [0.3, 0.55, -0.74], 0.075, plain('#B5673F'), 24),
      ...hedge([0.3, 0.68, -0.72], [0.16, 0.16, 0.13], 130, leaves),
    ],
    from: { eye: [0.3, 0.24, 1.02], target: [-0.02, 0.12, -0.75], angle: 50 },
    light: daylight('noon', -102, 34),
    bounds: { centre: [0, 0.1, -0.4], reach: 2 },
    fill: [0.36, 0.35, 0.33],
    focus: { distance: 1.78, blur: 0.3 },
  };
}

/** Sheets with direction C, crossed out before the presentation. */
export function droppedMark(): Scene {
  const sheet = (mark: Shape, extra: (readonly [Shape, string])[] = []): Paint =>
    printed(paper, [[mark, '#5E5444'], [lines(0.03, 0.25, 0.08, 3), '#8A8376'], ...extra]);
  const strike: (readonly [Shape, string])[] = [
    [any(stroke(0.04, 0.045, 0.17, 0.2, 0.004), stroke(0.17, 0.05, 0.045, 0.195, 0.004)), '#B8433A'],
  ];
  const grid = any(...[0.045, 0.105, 0.165].flatMap((x) => [0.07, 0.13, 0.19].map((y) => earMark(x, y, 0.05))));
  const construction = any(
    earMark(0.105, 0.12, 0.13),
    ring(0.105, 0.12, 0.06, 0.0008),
    ring(0.105, 0.12, 0.03, 0.0008),
    bar(0.02, 0.1196, 0.17, 0.0008),
    bar(0.1046, 0.03, 0.0008, 0.18),
  );
  return {
    faces: [
      ...studio(),
      ...leafOfPaper([-0.42, 0.002, -0.34], 0.21, 0.297, 14, sheet(grid)),
      ...leafOfPaper([0.12, 0.002, -0.36], 0.21, 0.297, -11, sheet(construction)),
      ...leafOfPaper([-0.13, 0.005, -0.16], 0.21, 0.297, 4, sheet(earMark(0.105, 0.12, 0.14), strike)),
      ...leafOfPaper(
        [-0.38, 0.004, 0.04],
        0.148,
        0.21,
        -18,
        printed(flat('#D8CDB4'), [[earMark(0.074, 0.09, 0.1), '#5E5444']]),
      ),
      ...turnedBox([0.2, 0.006, 0.06], [0.16, 0.008, 0.008], 52, plain('#B8332A')),
      ...turnedBox([0.33, 0, 0.14], [0.05, 0.022, 0.022], 20, plain('#E9E4DA')),
      ...cylinder([0.44, 0, -0.1], [0.44, 0.085, -0.1], 0.042, plain('#4A5A57', { gloss: 0.08 }), 30),
      ...cylinder([0.44, 0.08, -0.1], [0.44, 0.0855, -0.1], 0.037, plain('#2A1A10', { gloss: 0.2 }), 30),
    ],
    from: { eye: [0.1, 0.62, 0.6], target: [-0.02, 0, -0.06], angle: 50 },
    light: daylight('afternoon', -80, 26),
    bounds: { centre: [0, 0, 0], reach: 1.8 },
    fill: [0.34, 0.33, 0.31],
    focus: { distance: 0.88, blur: 0.4 },
  };
}
