/** Why a mail was not handed to the mail server, as the outbox keeps it. Anything else there are the words of the mail server. */
export const unsentReasons = [
  'no_access',
  'nothing_left',
  'link_over',
  'no_password',
  'session_gone',
  'refused_before',
] as const;

export type UnsentReason = (typeof unsentReasons)[number];

export const isReason = (text: string | null): text is UnsentReason => unsentReasons.some((reason) => reason === text);
