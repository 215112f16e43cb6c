const mebibyte = 1024 * 1024;

/** The content types that the portal accepts and serves, each with its file name endings. */
const endings = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'image/jpeg': ['jpg', 'jpeg', 'jfif', 'jpe'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/vnd.dwg': ['dwg'],
  'text/plain': ['txt'],
  'text/csv': ['csv'],
} as const;

export type ContentType = keyof typeof endings;

const tables = [
  'text/csv',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const satisfies ContentType[];

const pictures = ['image/jpeg', 'image/png', 'image/webp'] as const satisfies ContentType[];

/**
 * Documents, spreadsheets, slides, photos and drawings. Excluded on purpose: archives (their contents are hidden), old Office
 * formats and macros (executable), SVG and HTML (executable in a browser), and HEIC, which most computers do not open.
 */
const documents = Object.keys(endings) as ContentType[];

/**
 * The types and sizes that each kind of upload accepts. `maxBytes` is per file. Of a redrawn picture the portal keeps what it
 * makes of it, under a name of its own, so that a wrong ending for one of the types does not matter.
 */
export const uploadKinds = {
  document: { maxBytes: 50 * mebibyte, types: documents, isRedrawn: false },
  attachment: { maxBytes: 25 * mebibyte, types: documents, isRedrawn: false },
  photo: { maxBytes: 25 * mebibyte, types: pictures, isRedrawn: true },
  proof: { maxBytes: 10 * mebibyte, types: ['application/pdf', ...pictures], isRedrawn: false },
  import: { maxBytes: 25 * mebibyte, types: tables, isRedrawn: false },
  logo: { maxBytes: 2 * mebibyte, types: pictures, isRedrawn: true },
} as const satisfies Record<string, { maxBytes: number; types: readonly ContentType[]; isRedrawn: boolean }>;

export type UploadKind = keyof typeof uploadKinds;

/** The file name endings of a content type; the first is the usual one. */
export function endingsOf(type: ContentType): readonly string[] {
  return endings[type];
}

/** Whether the portal accepts this content type. */
export function isContentType(type: string): type is ContentType {
  return Object.hasOwn(endings, type);
}

/** The `accept` of a file input: `.pdf,.docx,…`. */
export function acceptOf(kind: UploadKind): string {
  return uploadKinds[kind].types.flatMap((type) => endings[type].map((ending) => `.${ending}`)).join(',');
}

/** Types that a browser shows without executing anything in the file; all others are only downloaded. */
const drawn: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/avif'];

export function isDrawnByBrowsers(contentType: string): boolean {
  return drawn.includes(contentType);
}
