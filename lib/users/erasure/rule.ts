import type { UserType } from '@/lib/user-type';

/** What becomes of personal data: deleted, a stand-in put in its place, or left because law or accountability ask for it. */
export const fates = ['erased', 'replaced', 'kept'] as const;
export type Fate = (typeof fates)[number];

/** The parts of erasure_parts() in the wall (prisma/policies/erasure.sql), in the order in which a page names them. */
export const erasureParts = [
  ...(['access', 'account', 'contact', 'preferences', 'notifications', 'mails', 'looks', 'guests', 'timer'] as const),
  ...(['archives', 'imports', 'names', 'search', 'money', 'trail', 'correspondence', 'dates', 'work'] as const),
] as const;
export type ErasurePart = (typeof erasureParts)[number];

const fateOf: Record<ErasurePart, Fate> = {
  ...({ access: 'erased', contact: 'erased', preferences: 'erased', notifications: 'erased' } as const),
  ...({ mails: 'erased', looks: 'erased', timer: 'erased', archives: 'erased', imports: 'erased' } as const),
  guests: 'erased',
  ...({ account: 'replaced', names: 'replaced', search: 'replaced' } as const),
  ...({ money: 'kept', trail: 'kept', correspondence: 'kept', dates: 'kept', work: 'kept' } as const),
};

const ofTeam: readonly ErasurePart[] = ['timer', 'dates', 'work'];
const ofClients: readonly ErasurePart[] = ['contact', 'looks', 'guests'];

/** What an erasure does about a person of this type, by fate: parts that such a person never has are left out. */
export function partsOf(userType: UserType, fate: Fate): ErasurePart[] {
  const foreign = userType === 'client' ? ofTeam : ofClients;
  return erasureParts.filter((part) => fateOf[part] === fate && !foreign.includes(part));
}
