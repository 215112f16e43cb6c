import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFileName, partsOf } from '@/lib/storage/file-name';

describe('a file name', () => {
  it.each([
    ['Floor plan v1.2.pdf', 'Floor plan v1.2.pdf'],
    ['Geländeplan – Süd (2).pdf', 'Geländeplan – Süd (2).pdf'],
    ['平面図.pdf', '平面図.pdf'],
    ['نقشه‌ها.pdf', 'نقشه‌ها.pdf'],
    ['👷🏽‍♀️ day 1.jpg', '👷🏽‍♀️ day 1.jpg'],
    ['Mr. Smith.pdf', 'Mr. Smith.pdf'],
  ])('%j may stay', (name, clean) => expect(cleanFileName(name)).toBe(clean));

  it.each([
    ['path parts', '../../etc/passwd', 'passwd'],
    ['path parts of Windows', 'C:\\Users\\me\\plan.pdf', 'plan.pdf'],
    ['nothing but path parts', '../..', 'file'],
    ['control characters', 'pl\u0000an\r\n.pdf', 'pl an.pdf'],
    ['a header in disguise', 'a.pdf"\r\nSet-Cookie: x=1', 'a.pdf_ Set-Cookie_ x=1'],
    ['a right-to-left override', 'photo\u202egpj.exe', 'photogpj.exe'],
    ['invisible characters', 'pl\u200ba\ufeffn\u2066.pdf', 'plan.pdf'],
    ['dots and blanks around', ' ..hidden. . ', 'hidden'],
    ['a hidden file', '.htaccess', 'htaccess'],
    ['blanks before the ending', 'plan   .pdf', 'plan.pdf'],
    ['characters that Windows forbids', 'a<b>c:d|e?f*g.pdf', 'a_b_c_d_e_f_g.pdf'],
    ['a device of Windows', 'CON.pdf', '_CON.pdf'],
    ['an ending that servers run', 'photo.php.jpg', 'photo_php.jpg'],
    ['several of them', 'a.PHP5.html.exe.pdf', 'a_PHP5_html_exe.pdf'],
    ['a letter of two parts', 'Pla\u0308ne.pdf', 'Pläne.pdf'],
    ['parts that meet only after cleaning', 'Pla\u200b\u0308ne.pdf', 'Pläne.pdf'],
    ['half a character', 'plan\ud83d.pdf', 'plan_.pdf'],
    ['nothing', '', 'file'],
  ])('%s are cleaned away', (_, name, clean) => expect(cleanFileName(name)).toBe(clean));

  it('300 characters are cut, and the ending stays', () => {
    const clean = cleanFileName(`${'ü'.repeat(300)}.pdf`);
    expect(clean).toBe(`${'ü'.repeat(98)}.pdf`);
    expect(cleanFileName('x'.repeat(300))).toBe('x'.repeat(200));
    expect(cleanFileName(`${'👷🏽‍♀️'.repeat(60)}.jpg`)).toMatch(/^(👷🏽‍♀️)+\.jpg$/u);
  });

  it.each(['.', ' .', '. ', 'a.', '.php.'])('with %j 200,000 times inside takes linear time', (part) => {
    expect(cleanFileName(`a${part.repeat(200_000)}b`).length).toBeLessThanOrEqual(202);
  });

  it('is always one visible line without folders, of bounded length, and cleaning it again changes nothing', () => {
    const names = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
    );
    fc.assert(
      fc.property(names, (name) => {
        const clean = cleanFileName(name);
        expect(clean).toMatch(/^[^\p{Cc}/\\<>:"|?*]+$/u);
        expect(clean).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
        expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(202);
        expect(clean.trim()).toBe(clean);
        expect(cleanFileName(clean)).toBe(clean);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('an ending', () => {
  it.each([
    ['plan.pdf', 'plan', 'pdf'],
    ['plan.tar.gz', 'plan.tar', 'gz'],
    ['plan', 'plan', ''],
    ['Mr. Smith', 'Mr. Smith', ''],
    ['.pdf', '.pdf', ''],
  ])('of %j', (name, stem, ending) => expect(partsOf(name)).toEqual({ stem, ending }));
});
