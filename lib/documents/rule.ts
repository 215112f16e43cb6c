/** How a page can show a file: drawn page by page, as a picture, or not at all. */
export type PreviewKind = 'pdf' | 'image' | null;

export function previewOf(contentType: string): PreviewKind {
  if (contentType === 'application/pdf') return 'pdf';
  return /^image\/(jpeg|png|webp)$/.test(contentType) ? 'image' : null;
}
