import { type Colour, hex, tinted } from '@/prisma/seed/pictures/colour';
import { cloudAt } from '@/prisma/seed/pictures/noise';
import { dot, unit, type Vec } from '@/prisma/seed/pictures/vector';

/** The light of an hour and its weather. Colours are amounts of light. */
export type Daylight = {
  towardsSun: Vec;
  sun: Colour;
  /** What falls from the open sky on level ground. */
  sky: Colour;
  horizon: Colour;
  zenith: Colour;
  /** How much of the sky is clouded, 0 to 1. */
  clouds: number;
  /** Metres at which two thirds of a thing have turned into air. */
  haze: number;
};

type Hour = Omit<Daylight, 'towardsSun'> & { height: number };

const hours = {
  morning: {
    height: 24,
    sun: bright('#FFE9CF', 3.2),
    sky: bright('#B9CCE4', 0.75),
    horizon: bright('#F3E3CC', 1.05),
    zenith: bright('#86AACF', 0.9),
    clouds: 0.35,
    haze: 420,
  },
  noon: {
    height: 52,
    sun: bright('#FFF6EA', 3.3),
    sky: bright('#A9C3E2', 0.85),
    horizon: bright('#DDE7EE', 1.1),
    zenith: bright('#5E92C8', 0.85),
    clouds: 0.45,
    haze: 900,
  },
  afternoon: {
    height: 34,
    sun: bright('#FFEDD6', 3.3),
    sky: bright('#AEC4DE', 0.8),
    horizon: bright('#EADFCB', 1.1),
    zenith: bright('#6C9CCB', 0.85),
    clouds: 0.3,
    haze: 600,
  },
  evening: {
    height: 11,
    sun: bright('#FFC48F', 3.1),
    sky: bright('#A7ADCB', 0.6),
    horizon: bright('#F7C48E', 1.15),
    zenith: bright('#6F87B4', 0.65),
    clouds: 0.5,
    haze: 420,
  },
  overcast: {
    height: 60,
    sun: bright('#FFFFFF', 0.35),
    sky: bright('#D5DBE0', 1.45),
    horizon: bright('#E4E6E4', 1.05),
    zenith: bright('#BCC5CC', 0.95),
    clouds: 0.9,
    haze: 300,
  },
} satisfies Record<string, Hour>;

/** Light from `bearing` (degrees clockwise from straight ahead of somebody who looks along −z), `height` above the horizon. */
export function daylight(hour: keyof typeof hours, bearing: number, height: number = hours[hour].height): Daylight {
  const [turn, rise] = [(bearing * Math.PI) / 180, (height * Math.PI) / 180];
  const towardsSun = unit([Math.sin(turn) * Math.cos(rise), Math.sin(rise), -Math.cos(turn) * Math.cos(rise)]);
  return { ...hours[hour], towardsSun };
}

/** What is seen of the sky in a direction of length 1. */
export function skyAt({ towardsSun, sun, horizon, zenith, clouds }: Daylight, direction: Vec): Colour {
  const height = Math.max(0, direction[1]);
  const clear = tinted(horizon, zenith, Math.min(1, height * 2.2) ** 0.6);
  const near = Math.max(0, dot(direction, towardsSun));
  const glow = 0.05 * near ** 8 + 0.3 * near ** 80;
  const stretch = 0.05 / (height + 0.14);
  const cloud = cloudAt(direction[0] * stretch + 0.21, direction[2] * stretch + height * 0.06 + 0.37);
  const cover = Math.min(1, Math.max(0, (cloud - 0.72 + clouds * 0.42) * 3.2)) * Math.min(1, height * 7) * 0.75;
  const lit = tinted(horizon, [1.15, 1.12, 1.08], 0.45);
  const veiled = tinted(clear, lit, cover);
  return [veiled[0] + glow * sun[0] * 0.5, veiled[1] + glow * sun[1] * 0.5, veiled[2] + glow * sun[2] * 0.5];
}

function bright(text: string, factor: number): Colour {
  const [red, green, blue] = hex(text);
  return [red * factor, green * factor, blue * factor];
}
