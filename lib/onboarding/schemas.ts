import { z } from 'zod';
import { createClientInput } from '@/lib/clients/schemas';
import { calendarDate } from '@/lib/dates';
import { email, line, recordId } from '@/lib/fields';
import { templateName } from '@/lib/projects/templates/schemas';
import { userLink } from '@/lib/users/schemas';

/** The most people of one form. */
export const mostPeople = 6;

/** A row of the form: a person with both fields, or nobody with neither. */
const person = z.strictObject({ name: line().nullish(), email: email.nullish() });

/** A project where it has a name; the other fields are prefilled and mean nothing alone. */
const project = z.strictObject({
  name: line().nullish(),
  address: line(500).nullish(),
  startsOn: calendarDate.nullish(),
  template: templateName.nullish(),
});

/**
 * A new client, or an existing one by its id, with people who get access and a project with phases. People and project may be
 * absent, but not both for an existing client.
 */
export const onboardClientInput = z
  .strictObject({
    clientId: recordId('unknownClient').nullish(),
    client: createClientInput.omit({ isActive: true }).optional(),
    people: z.array(person).max(mostPeople).default([]),
    project: project.optional(),
  })
  .superRefine(({ clientId, client, people, project }, context) => {
    const require = (...path: (string | number)[]) => context.addIssue({ code: 'custom', path, message: 'required' });
    if (clientId && client) context.addIssue({ code: 'custom', path: ['clientId'], message: 'invalid' });
    if (!clientId && !client) require('client', 'name');
    for (const [index, { name, email }] of people.entries()) {
      if (email && !name) require('people', index, 'name');
      if (name && !email) require('people', index, 'email');
    }
    const nobody = people.every(({ name, email }) => !name && !email);
    if (!project?.name && (project?.address || (clientId && nobody))) require('project', 'name');
    for (const [index, { email }] of people.entries())
      if (email && people.findIndex((other) => other.email === email) < index)
        context.addIssue({ code: 'custom', path: ['people', index, 'email'], message: 'emailTaken' });
  });

/** A phase as the first visitor of a new project finds it. */
export const seenPhase = z.object({
  name: z.string(),
  plannedStartOn: z.iso.date().nullable(),
  plannedEndOn: z.iso.date().nullable(),
});

/** What was created, with the links of the new people, which cannot be read again. */
export const onboardedClient = z.object({
  client: z.object({ id: z.uuid(), name: z.string() }),
  project: z.object({ id: z.uuid(), name: z.string(), phases: z.array(seenPhase) }).nullable(),
  links: z.array(userLink),
  hasPeople: z.boolean().describe('Whether the client has people now.'),
});

export type OnboardClientInput = z.output<typeof onboardClientInput>;
export type OnboardedClient = z.output<typeof onboardedClient>;
export type SeenPhase = z.output<typeof seenPhase>;
