/**
 * Whether a text shows anything: controls, format characters (zero-width, direction), blanks, fillers that Unicode calls default
 * ignorable, combining marks without a letter and the empty Braille pattern alone do not.
 */
export function isVisible(text: string): boolean {
  return /[^\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}\p{M}\u2800]/u.test(text);
}
