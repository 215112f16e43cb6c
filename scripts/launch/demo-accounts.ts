import { paths } from '@/lib/paths';
import { demoOperator, demoPassword, demoStories } from '@/prisma/seed/index';
import { rowOf } from '@/prisma/seed/row-of';

/** The demo's accounts, one line each, and their shared password. */
export function demoAccounts(): string {
  const operator = [[demoOperator.email, 'super-admin of the platform']];
  const people = demoStories.flatMap(({ tenant, clients, people }) =>
    Object.values(people).map((person) => [
      person.email,
      person.userType === 'client'
        ? `client, ${rowOf(clients, person.client, 'client').name}`
        : `${person.userType} of ${tenant.name}`,
    ]),
  );
  const passes = demoStories.flatMap(({ people, guestPasses }) =>
    guestPasses.map(({ by, label, secret }) => {
      return `  ${paths.guest.open(secret)} (no account: what ${rowOf(people, by, 'person').name} shows “${label}”)`;
    }),
  );
  const lines = [...operator, ...people].map(([email = '', actor]) => `  ${email.padEnd(26)} ${actor}`);
  return [...lines, ...passes, '', `  Everybody's password is ${demoPassword}`].join('\n');
}
