import { clsx } from 'clsx';

const graphemes = new Intl.Segmenter();

/** First letters of the first and the last word of a name. Split by grapheme, so that accents and emoji stay whole. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = [words.at(0), words.length > 1 ? words.at(-1) : undefined].map((word) => {
    const first = graphemes
      .segment(word ?? '')
      [Symbol.iterator]()
      .next();
    return first.done ? '' : first.value.segment;
  });
  return letters.join('').toLocaleUpperCase();
}

const sizes = { small: 'size-8 text-xs', medium: 'size-10 text-sm', large: 'size-14 text-lg' } as const;

/** The initials of a person or tenant. Decorative: the name is next to it. */
export function Avatar({
  name,
  size = 'medium',
  square = false,
}: {
  name: string;
  size?: keyof typeof sizes;
  square?: boolean;
}) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        'inline-flex shrink-0 select-none items-center justify-center bg-accent-soft font-medium text-accent-text',
        square ? 'rounded-field font-serif' : 'rounded-full',
        sizes[size],
      )}
    >
      {initials(name)}
    </span>
  );
}
