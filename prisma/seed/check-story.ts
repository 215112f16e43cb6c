import { uploadsOf } from '@/prisma/seed/document-data';
import { unknownKey } from '@/prisma/seed/row-of';
import type { Story } from '@/prisma/seed/story';

/** Throws an Error that lists every reference of the story to a key that does not exist, each with its place. */
export function checkStory(story: Story): void {
  const problems = referencesOf(story)
    .filter(({ key, known }) => !known.includes(key))
    .map(({ place, table, key, known }) => `${place}: ${unknownKey(known, key, table)}`);
  const uploads = story.documents.flatMap((document) => uploadsOf(document).map(({ upload }) => upload));
  for (const name of new Set(uploads.filter((one, index) => uploads.indexOf(one) !== index)))
    problems.push(`documents: two uploads are named '${name}'`);
  const photos = story.photoUploads.flatMap((upload) => Object.keys(upload.photos));
  for (const name of new Set(photos.filter((one, index) => photos.indexOf(one) !== index)))
    problems.push(`photos: two photos are named '${name}'`);
  if (problems.length > 0) throw new Error(`The story of ${story.tenant.slug} is wrong:\n${problems.join('\n')}`);
}

type Reference = { place: string; table: string; key: string; known: readonly string[] };

function referencesOf(story: Story): Reference[] {
  const keys = {
    client: Object.keys(story.clients),
    person: Object.keys(story.people),
    project: Object.keys(story.projects),
    'document type': Object.keys(story.documentTypes),
    invoice: story.invoices.flatMap(({ key }) => key ?? []),
    payment: story.accountEntries.flatMap(({ type, reference }) => (type === 'payment' ? reference : [])),
  };
  const found: Reference[] = [];
  const add = (place: string, table: keyof typeof keys, ...names: (string | undefined)[]) => {
    for (const key of names) if (key !== undefined) found.push({ place, table, key, known: keys[table] });
  };
  const addAuthors = (place: string, rows: readonly { by: string }[] = []) =>
    add(place, 'person', ...rows.map(({ by }) => by));

  add('admin', 'person', story.admin);
  for (const [key, person] of Object.entries(story.people))
    if (person.userType === 'client') add(`person '${key}'`, 'client', person.client);
  for (const [key, { client, contact }] of Object.entries(story.projects)) {
    add(`project '${key}'`, 'client', client);
    add(`project '${key}'`, 'person', contact);
  }
  for (const { title, project, type, history, downloads } of story.documents) {
    add(`document "${title}"`, 'project', project);
    add(`document "${title}"`, 'document type', type);
    addAuthors(`document "${title}"`, [...history, ...(downloads ?? [])]);
  }
  for (const { project, by, at, photos } of story.photoUploads) {
    add(`photos of ${at}`, 'project', project);
    add(`photos of ${at}`, 'person', by);
    const known = Object.keys(story.projects[project]?.phases ?? {});
    for (const [name, { phase }] of Object.entries(photos))
      found.push({ place: `photo '${name}'`, table: `phase of '${project}'`, key: phase, known });
  }
  for (const update of story.updates) {
    const place = `update "${update.title}"`;
    add(place, 'project', update.project);
    addAuthors(place, [update, ...(update.comments ?? [])]);
    const own = story.photoUploads.filter(({ project }) => project === update.project);
    const known = own.flatMap(({ photos }) => Object.keys(photos));
    for (const key of update.photos ?? []) found.push({ place, table: `photo of '${update.project}'`, key, known });
  }
  for (const ticket of story.tickets) {
    add(`ticket "${ticket.subject}"`, 'project', ticket.project);
    add(`ticket "${ticket.subject}"`, 'person', ticket.assignee);
    const { messages = [], notes = [], changes = [] } = ticket;
    addAuthors(`ticket "${ticket.subject}"`, [ticket, ...messages, ...notes, ...changes]);
  }
  for (const [key, { phases, instalments = {} }] of Object.entries(story.projects))
    for (const [name, { phase }] of Object.entries(instalments))
      if (phase !== undefined)
        found.push({
          place: `instalment '${name}'`,
          table: `phase of '${key}'`,
          key: phase,
          known: Object.keys(phases),
        });
  for (const { project, drafted, claimed, lines } of story.invoices) {
    add(`invoice of ${drafted}`, 'project', project);
    const known = Object.keys(story.projects[project]?.instalments ?? {});
    for (const { instalment: name } of lines)
      if (name) found.push({ place: `invoice of ${drafted}`, table: `instalment of '${project}'`, key: name, known });
    add(`invoice of ${drafted}`, 'person', claimed?.by);
  }
  for (const entry of story.accountEntries) {
    const place = `account entry ${entry.reference}`;
    add(place, 'client', entry.client);
    if (entry.type === 'refund') add(place, 'payment', entry.of);
    if (entry.type === 'payment') add(place, 'invoice', ...(entry.settles ?? []).map(({ invoice }) => invoice));
  }
  for (const { project, by, from } of story.hours) {
    add(`hours from ${from}`, 'project', project);
    add(`hours from ${from}`, 'person', by);
  }
  for (const { by, label, projects } of story.guestPasses) {
    add(`guest pass "${label}"`, 'person', by);
    add(`guest pass "${label}"`, 'project', ...projects);
  }
  return found;
}
