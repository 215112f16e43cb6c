import { readdir, readFile } from 'node:fs/promises';

/** The sentences of the models: of a table, and of a column of it; empty where there is none. */
export type ModelNotes = { table: (name: string) => string; column: (table: string, name: string) => string };

/** Reads the `///` sentences of prisma/models. */
export async function sourceText(): Promise<ModelNotes> {
  const notes = new Map<string, string>();
  for (const file of await readdir('prisma/models')) {
    const text = await readFile(`prisma/models/${file}`, 'utf8');
    for (const [, sentence = '', body = ''] of text.matchAll(/((?:^\/\/\/.*\n)+)model \w+ \{\n([\s\S]*?)^\}/gm)) {
      const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? '';
      notes.set(table, plain(sentence));
      for (const [, given = '', field = '', rest = ''] of body.matchAll(/((?:^ +\/\/\/.*\n)+) +(\w+) (.*)/gm))
        notes.set(`${table}.${/@map\("(\w+)"\)/.exec(rest)?.[1] ?? field}`, plain(given));
    }
  }
  return { table: (name) => notes.get(name) ?? '', column: (table, name) => notes.get(`${table}.${name}`) ?? '' };
}

const plain = (comment: string) =>
  comment
    .split('\n')
    .map((line) => line.replace(/^ *\/\/\/ ?/, ''))
    .join(' ')
    .trim()
    .replaceAll('|', '\\|');
