type Props = {
  /** Accessible name of the chart and of its table. */
  label: string;
  heads: readonly [name: string, value: string];
  rows: readonly { key: string; name: string; value: string }[];
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
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
