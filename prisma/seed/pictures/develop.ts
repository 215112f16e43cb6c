import sharp, { type Sharp } from 'sharp';
import { grainAt } from '@/prisma/seed/pictures/noise';
import type { Film } from '@/prisma/seed/pictures/render';
import type { Scene } from '@/prisma/seed/pictures/scene';

/** A film as a picture: tones as paper has them, a darker rim, grain, and whatever is out of focus blurred. */
export async function develop(film: Film, { exposure = 1, focus }: Scene): Promise<Sharp> {
  const print = { raw: { width: film.width, height: film.height, channels: 3 as const } };
  const pixels = toned(film, exposure * meter(film));
  if (!focus) return sharp(pixels, print);
  const strength = (film.width + film.height) * focus.blur;
  const soft = await layer(pixels, film, strength * 0.0011, blurMask(film, focus.distance, focus.blur, 0.12));
  const softer = await layer(pixels, film, strength * 0.0032, blurMask(film, focus.distance, focus.blur, 0.55));
  const merged = await sharp(pixels, print).composite([soft, softer]).removeAlpha().raw().toBuffer();
  return sharp(merged, print);
}

const steps = 4096;
const brightest = 6;
const curve = Uint8Array.from({ length: steps }, (_, index) => {
  const light = (index * brightest) / steps;
  const film = (light * (2.51 * light + 0.03)) / (light * (2.43 * light + 0.59) + 0.14);
  return Math.round(255 * Math.min(1, film) ** (1 / 2.2));
});

/** Like a camera's automatic: a dark scene is exposed for longer, though it stays darker than a bright one. */
function meter({ light }: Film): number {
  let sum = 0;
  let count = 0;
  for (let index = 1; index < light.length; index += 3 * 37) {
    sum += Math.log(0.02 + Math.min(2, light[index] as number));
    count++;
  }
  return (0.31 / Math.exp(sum / count)) ** 0.6;
}

/** The curve makes colours gaudy; this share of grey makes up for it. */
const fading = 0.14;

function tone(light: number): number {
  return curve[Math.max(0, Math.min(steps - 1, Math.floor(light)))] as number;
}

function toned({ width, height, light }: Film, exposure: number): Buffer {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    const down = (2 * y) / height - 1;
    for (let x = 0; x < width; x++) {
      const across = (2 * x) / width - 1;
      const rim = 1 - 0.16 * (across * across + down * down);
      const speck = 1 + 0.05 * (grainAt(x, y) - 0.5);
      const scale = ((exposure * 0.8 * rim * speck) / brightest) * steps;
      const index = (y * width + x) * 3;
      const [red, green, blue] = [light[index] as number, light[index + 1] as number, light[index + 2] as number];
      const grey = (0.3 * red + 0.6 * green + 0.1 * blue) * fading;
      pixels[index] = tone((red * (1 - fading) + grey) * scale);
      pixels[index + 1] = tone((green * (1 - fading) + grey) * scale);
      pixels[index + 2] = tone((blue * (1 - fading) + grey) * scale);
    }
  }
  return pixels;
}

/** For each pixel how far out of focus it is beyond a threshold: 0 sharp, 255 wholly blurred. */
function blurMask({ depth }: Film, distance: number, blur: number, threshold: number): Buffer {
  return Buffer.from(
    depth.map((away) => {
      const circle = Math.abs(1 / away - 1 / distance) * distance * blur;
      return 255 * Math.min(1, Math.max(0, (circle - threshold * 0.5) / threshold));
    }),
  );
}

async function layer(pixels: Buffer, { width, height }: Film, sigma: number, mask: Buffer) {
  const raw = { raw: { width, height, channels: 3 as const } };
  const blurred = await sharp(pixels, raw).blur(Math.max(0.4, sigma)).raw().toBuffer();
  const shape = { raw: { width, height, channels: 1 as const } };
  const softMask = await sharp(mask, shape)
    .blur(Math.max(0.4, sigma * 0.5))
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  const input = await sharp(blurred, raw).joinChannel(softMask, shape).raw().toBuffer();
  return { input, raw: { width, height, channels: 4 as const } };
}
