import { readdir, readFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { launchEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { type Face, openFace } from '@/lib/pdf/face';
import { SetupError } from '@/lib/setup-error';

export type Weight = 'regular' | 'bold';

/** The fonts of a document in the order in which a letter is looked for. Every family has a regular face. */
export type Family = { regular: Face; bold: Face };

const packages = resolve(/* turbopackIgnore: true */ process.cwd(), 'node_modules/@expo-google-fonts');

/** Latin, Greek and Cyrillic, then Hebrew, then Arabic. */
const own = [
  ['inter', 'Inter'],
  ['noto-sans-hebrew', 'NotoSansHebrew'],
  ['ibm-plex-sans-arabic', 'IBMPlexSansArabic'],
] as const;

const opening = new Map<string, Promise<Family[]>>();

/** The portal's fonts, then those of the deployer's folder. Opened once for all documents, which is most of their cost. */
export function openFonts(folder = launchEnv().fontsDir): Promise<Family[]> {
  const key = folder ?? '';
  const families = opening.get(key) ?? open(folder);
  opening.set(key, families);
  families.catch(() => opening.delete(key));
  return families;
}

async function open(folder: string | undefined): Promise<Family[]> {
  const included = own.map(async ([pack, name]) => {
    const face = async (style: string) => openFace(await readFile(join(packages, pack, style, `${name}_${style}.ttf`)));
    const [regular, bold] = await Promise.all([face('400Regular'), face('600SemiBold')]);
    return { regular, bold };
  });
  return [...(await Promise.all(included)), ...(folder === undefined ? [] : await familiesIn(folder))];
}

/** Checks at the start that the deployer's folder can be read. Throws a SetupError of one line. */
export async function requireFonts(folder: string | undefined): Promise<void> {
  if (folder === undefined) return;
  await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new SetupError(`ORIEL_FONTS ${folder} cannot be read: ${error.code}`);
  });
}

/** The families of a folder, by the names of their files. A file that cannot be embedded is left out, and the log says so. */
async function familiesIn(folder: string): Promise<Family[]> {
  const families = new Map<string, Partial<Record<Weight, Face>>>();
  for (const file of (await readdir(folder)).sort()) {
    if (!['.ttf', '.otf'].includes(extname(file).toLowerCase())) continue;
    try {
      const face = openFace(await readFile(join(folder, file)));
      if (Object.keys(face.font.variationAxes ?? {}).length > 0) throw new Error('a variable font cannot be embedded');
      const weight = (face.font['OS/2']?.usWeightClass ?? 400) >= 600 ? 'bold' : 'regular';
      const family = families.get(face.font.familyName ?? file) ?? {};
      family[weight] ??= face;
      families.set(face.font.familyName ?? file, family);
    } catch (error) {
      log().warn({ err: error, file }, 'pdf: a file of ORIEL_FONTS was left out');
    }
  }
  return [...families.values()].flatMap(({ regular, bold }) => {
    const either = regular ?? bold;
    return either ? [{ regular: either, bold: bold ?? either }] : [];
  });
}
