/** The readers of a photo: the team; the client's people too; or visitors of the showcase as well. */
export const visibilities = ['internal', 'client', 'public'] as const;
export type Visibility = (typeof visibilities)[number];
