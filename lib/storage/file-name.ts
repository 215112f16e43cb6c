/** The maximum in bytes of UTF-8: file systems allow 255, and browsers add ` (1)` to a file that is saved again. */
const longest = 200;

/** Endings that some systems execute. Inside a name (`photo.php.jpg`) they lose their dot. */
const runnable =
  /\.(?=(?:exe|com|bat|cmd|scr|msi|lnk|hta|js|mjs|vbs|ps1|sh|py|pl|cgi|php\d?|phtml|jsp|aspx?|jar|s?html?|xhtml|svg|xml)\.)/gi;

/** Names that Windows reserves for devices, with any ending. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * A file name that is safe to show and to save anywhere: one line of visible characters in reading order, without folders,
 * characters that file systems forbid, or dots around it, and of bounded length with its ending kept. Never empty.
 */
export function cleanFileName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const visible = base
    .replace(/\p{Cc}/gu, ' ')
    // Format characters can reverse the reading order (`gpj.exe` for `exe.jpg`); only the joiners are part of words.
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/[<>:"|?*\ufffd\p{Cs}]/gu, '_')
    .replace(/\s+/gu, ' ')
    .normalize('NFC');
  const inner = trimmed(visible)
    .replace(/ \.(?=[^.]*$)/, '.')
    .replace(runnable, '_')
    .replace(device, '_$1');
  const { stem, ending } = partsOf(inner);
  const dotted = ending === '' ? '' : `.${ending}`;
  return shorten(stem, longest - Buffer.byteLength(dotted)) + dotted || 'file';
}

/** Removes dots and blanks at both ends. A pattern (`[. ]+$`) would take quadratic time for many dots inside a name. */
function trimmed(text: string): string {
  const isEdge = (at: number) => text[at] === '.' || text[at] === ' ';
  let [start, end] = [0, text.length];
  while (start < end && isEdge(start)) start++;
  while (end > start && isEdge(end - 1)) end--;
  return text.slice(start, end);
}

/** `Plan v1.2.pdf` → stem `Plan v1.2`, ending `pdf`. An ending is 1 to 10 letters and digits. */
export function partsOf(name: string): { stem: string; ending: string } {
  const [, stem, ending] = /^(.+)\.([a-z0-9]{1,10})$/iu.exec(name) ?? [];
  return stem === undefined || ending === undefined ? { stem: name, ending: '' } : { stem, ending };
}

/** Cuts the text between graphemes to at most this many bytes of UTF-8. */
function shorten(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (Buffer.byteLength(kept + segment) > bytes) break;
    kept += segment;
  }
  return kept.trimEnd();
}
