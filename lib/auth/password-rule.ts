import { z } from 'zod';
import { invalid } from '@/lib/errors';

/**
 * A new password: 10 to 200 characters, and not a common one. No rules on digits and symbols, which make passwords worse
 * (NIST SP 800-63B, 5.1.1.2). The upper limit bounds the cost of hashing.
 */
export const newPassword = z.string().min(10).max(200).refine(isUncommon, 'passwordTooCommon');

/** A password at sign-in, which may follow an earlier rule. */
export const shownPassword = z.string().min(1).max(200);

type Person = { email: string; name: string };

/** Throws VALIDATION on `field` for a password that consists mostly of the person's own name or e-mail address. */
export function requireImpersonal(password: string, { email, name }: Person, field: string): void {
  const plain = bare(password);
  const own = [email, email.split('@')[0] ?? '', name, ...name.split(/\s+/)]
    .map(bare)
    .filter((word) => word.length > 2);
  // The rest without name and address must be long enough by itself: jane.okafor1 leaves only the 1.
  const left = own.sort((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, ''), plain);
  if (left.length !== plain.length && left.length < 6) throw invalid({ [field]: 'passwordPersonal' });
}

// The most common passwords of ten or more characters in published leaks, and units whose repetition is common.
const common = new Set(
  `password password1 password12 password123 password1234 passw0rd mypassword 1234567890 0123456789 0987654321 123456789a
  1q2w3e4r5t 1qaz2wsx3edc qwertyuiop qwerty1234 qwerty12345 qwerty123456 asdfghjkl asdfghjkl1 zxcvbnm123 abcdefghij abcd123456
  iloveyou12 iloveyou123 welcome123 welcome1234 sunshine123 princess123 football123 baseball123 letmein123 administrator
  admin12345 adminadmin changeme123 hallo12345 passwort passwort1 passwort12 passwort123 passwort1234 qwertzuiop qwertz1234
  willkommen willkommen1 geheim1234 schatz1234 sommer2024 sommer2025 sommer2026 summer2024 summer2025 summer2026
  winter2024 winter2025 winter2026`
    .split(/\s+/)
    .filter(Boolean),
);

function isUncommon(password: string): boolean {
  const plain = bare(password) || password;
  const unit = /^(.{1,4}?)\1+$/u.exec(plain); // one to four characters over and over
  const staircase = '01234567890123456789 abcdefghijklmnopqrstuvwxyz 98765432109876543210';
  return !unit && !common.has(plain) && !staircase.includes(plain);
}

/** Lower case, letters and digits only: Pass-Word.123! is no better than password123. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
