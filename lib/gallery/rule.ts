/** The readers of a photo: the team; the client's people too; or visitors of the showcase as well. */
export const visibilities = ['internal', 'client', 'public'] as const;
export type Visibility = (typeof visibilities)[number];

/** The id of the first photo that the team alone sees. */
export function firstInternal(photos: readonly { id: string; visibility: Visibility }[]): string | undefined {
  return photos.find(({ visibility }) => visibility === 'internal')?.id;
}
