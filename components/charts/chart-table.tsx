type Props = {
  /** Accessible name of the chart and of its table. */
  label: string;
  heads: readonly [name: string, ...values: string[]];
  rows: readonly { key: string; name: string; value: string | readonly string[] }[];
};

/** The numbers of a chart for screen readers. */
export function ChartTable({ label, heads, rows }: Props) {
  return (
    <div className="sr-only">
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, value }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {[value].flat().map((text, at) => (
                <td key={heads[at + 1]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
