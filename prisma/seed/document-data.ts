import type { DocumentStatus } from '@/lib/db/generated/enums';
import type { StoryMoment } from '@/prisma/seed/clock';
import type { DrawingName } from '@/prisma/seed/papers/drawings/catalogue';
import type { BarChart } from '@/prisma/seed/papers/drawings/charts';

export type DocumentTypeData = {
  name: string;
  /** Documents of this type end with lines for signatures. */
  signed?: true;
  requiresApproval?: true;
  forbidsOwnApproval?: true;
  isActive?: false;
};

export type DocumentData = {
  project: string;
  type: string;
  title: string;
  /** What the pages of the PDF show, in order; a plain string is a paragraph. */
  contents: readonly (string | PartData)[];
  /** Uploads of versions (`change` says what is new in it) and steps of the newest version from status to status. */
  history: readonly DocumentEventData[];
  downloads?: readonly { at: StoryMoment; by: string }[];
};

export type UploadData = { at: StoryMoment; by: string; upload: string; change?: string };

export type DocumentEventData = UploadData | { at: StoryMoment; by: string; to: DocumentStatus; reason?: string };

/** A part of a document, shown in the versions from `since` to `until`. Heights are points. A table's first row is its head. */
export type PartData = { since?: number; until?: number } & (
  | { text: string }
  | { heading: string }
  | { table: readonly (readonly string[])[] }
  | { drawing: DrawingName; caption: string; height?: number }
  | { chart: BarChart; caption: string; height?: number }
);

/** The uploads in a document's history: its versions, oldest first. */
export function uploadsOf({ history }: DocumentData): UploadData[] {
  return history.filter((event) => 'upload' in event);
}
