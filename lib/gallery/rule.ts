/** Who sees a photo: the business's own people, the client's people too, or everybody (on the showcase). */
export const visibilities = ['internal', 'client', 'public'] as const;
export type Visibility = (typeof visibilities)[number];
