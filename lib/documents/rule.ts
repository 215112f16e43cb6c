/** The preview of a file in a page: drawn page by page, as a picture, or none. */
export type PreviewKind = 'pdf' | 'image' | null;

export function previewOf(contentType: string): PreviewKind {
  if (contentType === 'application/pdf') return 'pdf';
  return /^image\/(jpeg|png|webp)$/.test(contentType) ? 'image' : null;
}
