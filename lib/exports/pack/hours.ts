import { type Html, hrefOf, html } from '@/lib/exports/pack/html';
import { addTable, type Pack, packTexts, rowsOf } from '@/lib/exports/pack/pack';
import { formatNumber } from '@/lib/intl';
import { hoursCsv } from '@/lib/time/export/columns';
import { listEntries } from '@/lib/time/queries';

/** The hours as a table of all entries, and their sums by project. Null where none are shown. */
export async function hoursSection(pack: Pack): Promise<Html | null> {
  const { locale } = pack;
  const t = packTexts(locale);
  const minutes = new Map<string, number>();
  const rows = rowsOf(pack, (db, query) => listEntries(db, query));
  const path = await addTable(pack, t('table.hours'), hoursCsv(locale), rows, (entry) => {
    minutes.set(entry.projectName, (minutes.get(entry.projectName) ?? 0) + entry.minutes);
  });
  if (!path) return null;
  const sums = [...minutes].map(
    ([
      project,
      sum,
    ]) => html`<tr><th scope="row">${project}</th><td class="number">${formatNumber(sum / 60, locale)}</td></tr>
`,
  );
  return html`<section><h2>${t('hours')}</h2><div class="wide"><table><thead><tr><th scope="col">${t('project')}</th>
<th scope="col" class="number">${t('hours')}</th></tr></thead><tbody>${sums}</tbody></table></div>
<ul class="files"><li><a href="${hrefOf(path)}">${path.split('/').at(-1) ?? path}</a></li></ul></section>
`;
}
