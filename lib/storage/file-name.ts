/** Bytes of UTF-8: file systems allow 255, and browsers add ` (1)` to what they save twice. */
const longest = 200;

/** Endings that make some systems run a file. Inside a name (`photo.php.jpg`) they lose their dot. */
const runnable =
  /\.(?=(?:exe|com|bat|cmd|scr|msi|lnk|hta|js|mjs|vbs|ps1|sh|py|pl|cgi|php\d?|phtml|jsp|aspx?|jar|s?html?|xhtml|svg|xml)\.)/gi;

/** Names that Windows reserves for devices, with any ending. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * A file name that is safe to show and to save anywhere: one line of visible characters in reading order, without folders,
 * characters that file systems forbid, or dots around it, and of bounded length with its ending kept. Never empty.
 */
export function cleanFileName(name: string): string {
  const base = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const visible = base
    .replace(/\p{Cc}/gu, ' ')
    // Format characters can turn the reading order round (`gpj.exe` for `exe.jpg`); only the joiners spell words.
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/[<>:"|?*\ufffd\p{Cs}]/gu, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(/ +\.(?=[^.]*$)/, '.')
    .replace(runnable, '_')
    .replace(device, '_$1');
  const { stem, ending } = partsOf(visible);
  const dotted = ending === '' ? '' : `.${ending}`;
  return shorten(stem, longest - Buffer.byteLength(dotted)) + dotted || 'file';
}

/** `Plan v1.2.pdf` → stem `Plan v1.2`, ending `pdf`. An ending is 1 to 10 letters and digits. */
export function partsOf(name: string): { stem: string; ending: string } {
  const [, stem, ending] = /^(.+)\.([a-z0-9]{1,10})$/iu.exec(name) ?? [];
  return stem === undefined || ending === undefined ? { stem: name, ending: '' } : { stem, ending };
}

/** At most this many bytes of UTF-8, cut between graphemes. */
function shorten(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (Buffer.byteLength(kept + segment) > bytes) break;
    kept += segment;
  }
  return kept.trimEnd();
}
