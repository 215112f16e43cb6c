/**
 * Shared classes of text inputs, selects and textareas. The font size is 16 px, because iOS zooms into fields with a
 * smaller one.
 */
export const control =
  'block w-full min-w-0 rounded-field bg-raised px-3.5 text-base text-ink ring-1 ring-inset ring-line-strong/80 transition-shadow ' +
  'placeholder:text-ink-faint hover:ring-line-strong focus-visible:outline-2 focus-visible:-outline-offset-1 ' +
  'aria-invalid:ring-2 aria-invalid:ring-bad disabled:bg-sunken disabled:text-ink-faint forced-colors:border';
