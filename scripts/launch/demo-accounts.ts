import { demoBusinesses, demoOperator, demoPassword } from '@/prisma/seed/index';

/** The people of the demo, one line each, and the password they share. */
export function demoAccounts(): string {
  const operator = [[demoOperator.email, 'super-admin of the platform']];
  const people = demoBusinesses.flatMap(({ tenant, people }) =>
    people.map((person) => [
      person.email,
      person.userType === 'client' ? `client, ${person.client.name}` : `${person.userType} of ${tenant.name}`,
    ]),
  );
  const lines = [...operator, ...people].map(([email = '', actor]) => `  ${email.padEnd(26)} ${actor}`);
  return [...lines, '', `  Everybody's password is ${demoPassword}`].join('\n');
}
