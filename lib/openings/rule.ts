/** The kinds of records whose opening and downloading are noted. */
export const openedTypes = ['document', 'photo', 'invoice'] as const;
export type OpenedType = (typeof openedTypes)[number];

export const ways = ['opened', 'downloaded'] as const;
export type Way = (typeof ways)[number];

export const isOpened = (type: string): type is OpenedType => openedTypes.some((one) => one === type);

/** Lines on the page of a record: two for each person of its client. The API pages through all of them. */
export const mostOpenings = 100;
