/** What a chart begins and ends with, below it. Its table says the same to screen readers. */
export function ChartEnds({ first, last }: { first: string | undefined; last: string | undefined }) {
  return (
    <div aria-hidden="true" className="numerals mt-2 flex justify-between text-xs text-ink-faint">
      <span>{first}</span>
      <span>{last}</span>
    </div>
  );
}
