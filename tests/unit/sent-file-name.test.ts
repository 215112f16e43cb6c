import { describe, expect, it } from 'vitest';
import { sentFileName } from '@/lib/http/sent-file-name';

describe('the name of a sent file', () => {
  it.each([
    ['a plain name', 'Plan Süd.pdf', 'Plan Süd.pdf'],
    ['quotes as browsers write them', 'The %22big%22 plan.pdf', 'The "big" plan.pdf'],
    ['a line break as browsers write it', 'a%0D%0Ab.pdf', 'a\r\nb.pdf'],
    ['a percent sign, which browsers leave alone', '100%25 oak.pdf', '100%25 oak.pdf'],
    ['a word in base64', '=?UTF-8?B?UGzDpG5l?=.pdf', 'Pläne.pdf'],
    ['a quoted word in Latin-1', '=?iso-8859-1?q?Pl=E4ne_S=FCd?=.pdf', 'Pläne Süd.pdf'],
    ['two words with a blank between, which is not part of the name', '=?utf-8?q?Pl?= =?utf-8?q?an?=', 'Plan'],
    ['two words that share a character', '=?utf-8?q?Pl=C3?= =?utf-8?q?=A4ne?=', 'Pläne'],
    ['two words of two charsets', '=?utf-8?q?=C3=A4?= =?iso-8859-1*de?q?=E4?=', 'ää'],
    ['a charset that does not exist', '=?klingon?q?Plan?=', '=?klingon?q?Plan?='],
    ['bytes that are not of the charset', '=?utf-8?q?=E4?=', '=?utf-8?q?=E4?='],
  ])('%s', (_, sent, meant) => {
    expect(sentFileName(sent)).toBe(meant);
  });
});
