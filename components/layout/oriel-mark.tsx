/** The logo of Oriel: a bay window. */
export function OrielMark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      aria-hidden="true"
      className={className}
      fill="none"
      strokeWidth="1.6"
      strokeLinejoin="round"
    >
      <path
        className="fill-accent-soft stroke-accent-text"
        d="M10 8h12v14H10zM10 8 5 10.5v10L10 22M22 8l5 2.5v10L22 22"
      />
      <path className="stroke-accent-text" d="M16 8v14M10 14.5h12" />
      <path className="stroke-accent-text" strokeLinecap="round" d="M8.5 8 16 3l7.5 5M10 22l3.5 5h5l3.5-5" />
    </svg>
  );
}
