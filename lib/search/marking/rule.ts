/** A part of a text, and whether the question has it. */
export type Part = { text: string; hit: boolean };

const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
};
const word = /([\p{L}\p{N}\p{M}]+)/u;

/** As oriel_fold of the database folds words, which alone decides what is found: this one only places the marks. */
const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœþłøđðħŧıς]/g, (letter) => letters[letter] ?? letter);

/** The text in parts, with those words marked, as far as they were typed, that begin with a word of the question. */
export function marked(text: string, question: string): Part[] {
  const asked = folded(question)
    .split(word)
    .filter((_, index) => index % 2 === 1);
  const parts: Part[] = [];
  const add = (part: string, hit: boolean) => {
    const last = parts.at(-1);
    if (part === '') return;
    if (last?.hit === hit) last.text += part;
    else parts.push({ text: part, hit });
  };
  for (const [index, piece] of text.split(word).entries()) {
    const longest = index % 2 === 1 ? longestStart(folded(piece), asked) : 0;
    const end = longest > 0 ? lettersOf(piece, longest) : 0;
    add(piece.slice(0, end), true);
    add(piece.slice(end), false);
  }
  return parts;
}

/** The length of the longest word of the question that the folded word begins with; 0 for none. */
function longestStart(own: string, asked: readonly string[]): number {
  return Math.max(0, ...asked.filter((one) => own.startsWith(one)).map(({ length }) => length));
}

/** The length of the start of a written word whose folded form has this length: accents and ß count differently. */
function lettersOf(piece: string, length: number): number {
  let end = 0;
  for (const letter of piece) {
    if (folded(piece.slice(0, end)).length >= length && !/\p{M}/u.test(letter)) break;
    end += letter.length;
  }
  return end;
}
