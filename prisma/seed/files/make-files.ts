import { clockOf } from '@/prisma/seed/clock';
import { uploadsOf } from '@/prisma/seed/document-data';
import type { Contents } from '@/prisma/seed/files/contents';
import { makeDocument, type StoredDocument } from '@/prisma/seed/files/make-document';
import { makePhoto, type StoredPhoto } from '@/prisma/seed/files/make-photo';
import type { SeedStorage, StoredFile } from '@/prisma/seed/files/storage';
import { rowOf } from '@/prisma/seed/row-of';
import type { Story } from '@/prisma/seed/story';

/** The files of one story in the storage: documents by the file name of their upload, photos by their key, pictures of tickets by theirs. */
export type StoredFiles = {
  document: (fileName: string) => StoredDocument;
  photo: (key: string) => StoredPhoto;
  picture: (key: string) => StoredFile;
};

/** Makes all files of a story and stores them. Throws what the first failing task threw, once no other one runs. */
export async function makeFiles(
  story: Story,
  now: Date,
  storage: SeedStorage,
  contents: Contents,
): Promise<StoredFiles> {
  const clock = clockOf(story.tenant.timeZone, now);
  const documents: Record<string, StoredDocument> = {};
  const photos: Record<string, StoredPhoto> = {};
  const pictures: Record<string, StoredFile> = {};
  const photoTasks: Task[] = [];
  const documentTasks: Task[] = [];
  for (const upload of story.photoUploads)
    for (const [key, photo] of Object.entries(upload.photos))
      photoTasks.push(async () => {
        photos[key] = await makePhoto({ story, clock, upload, key, photo }, now, storage, contents);
      });
  for (const key of story.tickets.flatMap((ticket) => ticket.pictures ?? []))
    photoTasks.push(async () => {
      pictures[key] = await storage.store(await contents.picture(story.tenant.slug, key), `${key}.webp`, 'image/webp');
    });
  for (const document of story.documents)
    for (const [index, { upload: fileName }] of uploadsOf(document).entries())
      documentTasks.push(async () => {
        const bytes = await contents.paper({ story, clock, document, version: index + 1 });
        documents[fileName] = await makeDocument(bytes, fileName, storage);
      });
  // Photos use the threads of the codec, documents the main thread. Three photos at a time keep two processors busy.
  const results = await Promise.allSettled([runTasks(photoTasks, 3), runTasks(documentTasks, 1)]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  return {
    document: (fileName) => rowOf(documents, fileName, 'document file'),
    photo: (key) => rowOf(photos, key, 'photo file'),
    picture: (key) => rowOf(pictures, key, 'picture of a ticket'),
  };
}

type Task = () => Promise<void>;

/** Runs the tasks, at most `atOnce` at a time. After a failure no further one begins, and those that run are waited for. */
async function runTasks(tasks: Task[], atOnce: number): Promise<void> {
  const work = async () => {
    for (let task = tasks.shift(); task; task = tasks.shift())
      try {
        await task();
      } catch (error) {
        tasks.length = 0;
        throw error;
      }
  };
  const results = await Promise.allSettled(Array.from({ length: atOnce }, work));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
