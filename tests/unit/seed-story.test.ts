import { describe, expect, test } from 'vitest';
import { checkStory } from '@/prisma/seed/check-story';
import { workdayOffset } from '@/prisma/seed/clock';
import { demoStories } from '@/prisma/seed/index';
import { kestrel } from '@/prisma/seed/stories/kestrel/story';
import type { Story } from '@/prisma/seed/story';

const [update] = kestrel.updates;
const [document] = kestrel.documents;
const [upload] = kestrel.photoUploads;
const [ticket] = kestrel.tickets;
const [invoice] = kestrel.invoices;
const [hours] = kestrel.hours;
const [entry] = kestrel.accountEntries;
const { identity } = kestrel.projects;
if (!update || !document || !upload || !ticket || !invoice || !hours || !entry || !identity)
  throw new Error('The story of Kestrel Studio has rows of every kind');

describe('the stories of the demo', () => {
  test.each(demoStories.map((story) => [story.tenant.name, story] as const))(
    '%s refers to known keys only',
    (_, story) => {
      expect(() => checkStory(story)).not.toThrow();
    },
  );

  test('have dates of the story calendar only', () => {
    const dates = JSON.stringify(demoStories).match(/\b\d{4}-\d\d-\d\d\b/g) ?? [];
    expect(dates.length).toBeGreaterThan(500);
    for (const date of new Set(dates)) expect(() => workdayOffset(date)).not.toThrow();
  });

  const broken: [string, Partial<Story>, string][] = [
    ['admin', { admin: 'dan' }, "admin: no person 'dan' (known: dana, lena)"],
    ['project', { updates: [{ ...update, project: 'x' }] }, `update "${update.title}": no project 'x'`],
    ['person', { tickets: [{ ...ticket, notes: [{ by: 'x', at: '', body: '' }] }] }, "no person 'x'"],
    ['photo', { updates: [{ ...update, photos: ['x'] }] }, `no photo of '${update.project}' 'x'`],
    [
      'document type',
      { documents: [{ ...document, type: 'x' }] },
      `document "${document.title}": no document type 'x'`,
    ],
    ['downloader', { documents: [{ ...document, downloads: [{ by: 'x', at: '' }] }] }, "no person 'x'"],
    ['client', { accountEntries: [{ ...entry, client: 'x' }] }, `account entry ${entry.reference}: no client 'x'`],
    ['contact', { projects: { ...kestrel.projects, identity: { ...identity, contact: 'x' } } }, "project 'identity'"],
    ['invoice', { invoices: [{ ...invoice, project: 'x' }] }, `invoice of ${invoice.drafted}: no project 'x'`],
    ['hours', { hours: [{ ...hours, by: 'x' }] }, `hours from ${hours.from}: no person 'x'`],
    ['uploader', { photoUploads: [{ ...upload, by: 'x' }], updates: [] }, "no person 'x'"],
    [
      'phase',
      { photoUploads: [{ ...upload, photos: { a: { phase: 'x', visibility: 'client', taken: '', caption: '' } } }] },
      "photo 'a': no phase of 'report' 'x'",
    ],
    ['two files of one name', { documents: [document, document] }, 'two uploads are named'],
    ['two photos of one name', { photoUploads: [upload, upload] }, 'two photos are named'],
  ];

  test.each(broken)('are refused for an unknown or ambiguous key: %s', (_, change, message) => {
    expect(() => checkStory({ ...kestrel, ...change })).toThrow(message);
  });
});
