/** Red, green and blue as amounts of light, 0 to 1 and more. */
export type Colour = readonly [red: number, green: number, blue: number];

/** The same, to be written into. */
export type Ink = [red: number, green: number, blue: number];

/** A colour as people write it (#C7A878), in amounts of light. */
export function hex(text: string): Colour {
  const value = Number.parseInt(text.slice(1), 16);
  return [light(value >> 16), light((value >> 8) & 255), light(value & 255)];
}

export const tinted = (a: Colour, b: Colour, share: number): Colour => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

export const dimmed = (a: Colour, factor: number): Colour => [a[0] * factor, a[1] * factor, a[2] * factor];

/** Puts a colour on the ink, `factor` times as bright. */
export function lay(ink: Ink, colour: Colour, factor: number): void {
  ink[0] = colour[0] * factor;
  ink[1] = colour[1] * factor;
  ink[2] = colour[2] * factor;
}

const light = (byte: number) => (byte / 255) ** 2.2;
