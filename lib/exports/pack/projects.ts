import { createTranslator } from 'next-intl';
import { getPublishedFile } from '@/lib/documents/files';
import { listClientDocuments } from '@/lib/documents/queries';
import { type Html, hrefOf, html } from '@/lib/exports/pack/html';
import { addFile, lookAt, type Pack, packTexts, rowsOf } from '@/lib/exports/pack/pack';
import { nameFrom } from '@/lib/exports/pack/paths';
import { projectUpdates } from '@/lib/exports/pack/updates';
import { dayOf, formatDay, formatDays } from '@/lib/format';
import { getPhotoFile } from '@/lib/gallery/files';
import { listPhotos } from '@/lib/gallery/queries';
import { catalogues } from '@/lib/i18n/catalogues';
import { formatPercent } from '@/lib/intl';
import { listPortalProjects } from '@/lib/projects/overview/queries';
import type { PhaseDetail } from '@/lib/projects/phases/schemas';
import { getProject } from '@/lib/projects/queries';
import type { ProjectDetail } from '@/lib/projects/schemas';

/** The projects of the person: their phases, updates, documents and photos. Files go into the archive on the way. */
export async function projectSections(pack: Pack): Promise<Html[]> {
  const sections: Html[] = [];
  for await (const { id } of rowsOf(pack, (db, query) => listPortalProjects(db, query))) {
    const project = await lookAt(pack, (db) => getProject(db, { id }));
    if (project) sections.push(await projectSection(pack, project));
  }
  return sections;
}

async function projectSection(pack: Pack, project: ProjectDetail): Promise<Html> {
  const { locale } = pack;
  const t = packTexts(locale);
  const terms = createTranslator({ locale, messages: catalogues[locale], namespace: 'terms' });
  const { name, description, address, status, progress, phases } = project;
  const folder = nameFrom(name);
  const documents = await projectDocuments(pack, project.id, [t('folder.documents'), folder]);
  const photos = await projectPhotos(pack, project.id, [t('folder.photos'), folder]);
  const updates = await projectUpdates(pack, project.id);
  return html`<section>
<h2>${name}</h2>
<p class="quiet">${[terms(`projectStatus.${status}`), formatPercent(progress / 100, locale), address].filter(Boolean).join(' · ')}</p>
${description && html`<p class="text">${description}</p>`}
${phases.length > 0 && phaseTable(pack, phases)}
${updates.length > 0 && html`<h3>${t('updates')}</h3>${updates}`}
${documents.length > 0 && html`<h3>${t('documents')}</h3><ul class="files">${documents}</ul>`}
${photos.length > 0 && html`<h3>${t('photos')}</h3><div class="photos">${photos}</div>`}
</section>
`;
}

function phaseTable({ locale }: Pack, phases: readonly PhaseDetail[]): Html {
  const t = packTexts(locale);
  const terms = createTranslator({ locale, messages: catalogues[locale], namespace: 'terms' });
  const span = (from: string | null, to: string | null) => {
    if (from && to) return formatDays(from, to, locale);
    const one = from ?? to;
    return one ? formatDay(one, locale) : '';
  };
  const rows = phases.map(
    (phase) => html`<tr><th scope="row">${phase.name}</th><td>${terms(`phaseStatus.${phase.status}`)}</td>
<td class="number">${formatPercent(phase.percent / 100, locale)}</td><td>${span(phase.plannedStartOn, phase.plannedEndOn)}</td>
<td>${span(phase.actualStartOn, phase.actualEndOn)}</td></tr>
`,
  );
  return html`<h3>${t('phases')}</h3><div class="wide"><table><thead><tr><th scope="col">${t('phase')}</th><th scope="col">${t('state')}</th>
<th scope="col" class="number">${t('done')}</th><th scope="col">${t('planned')}</th><th scope="col">${t('actual')}</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

async function projectDocuments(pack: Pack, projectId: string, folders: readonly string[]): Promise<Html[]> {
  const items: Html[] = [];
  const { actor, locale } = pack;
  for await (const document of rowsOf(pack, (db, query) =>
    listClientDocuments(db, { ...query, projectId }, { known: true }),
  )) {
    const path = await addFile(pack, folders, (db) => getPublishedFile(db, document));
    if (!path) continue;
    const published = formatDay(dayOf(new Date(document.publishedAt), actor.tenant.timeZone), locale);
    items.push(html`<li><a href="${hrefOf(path)}">${document.title}</a>
<span class="quiet">${[document.documentTypeName, published, path.split('/').at(-1)].join(' · ')}</span></li>
`);
  }
  return items;
}

async function projectPhotos(pack: Pack, projectId: string, folders: readonly string[]): Promise<Html[]> {
  const items: Html[] = [];
  const { actor, locale } = pack;
  const t = packTexts(locale);
  for await (const photo of rowsOf(pack, (db, query) => listPhotos(db, { ...query, projectId }))) {
    const { id, caption, phaseName, takenAt } = photo;
    const day = dayOf(new Date(takenAt), actor.tenant.timeZone);
    // A file has no name of its own: the camera's may tell who took it.
    const name = `${day} ${nameFrom(caption ?? phaseName ?? t('photo'))}.jpg`;
    const path = await addFile(
      pack,
      folders,
      (db) => getPhotoFile(db, { id, variant: 'large' }),
      () => name,
    );
    if (!path) continue;
    const words = [caption, formatDay(day, locale)].filter(Boolean).join(' · ');
    items.push(html`<figure><a href="${hrefOf(path)}"><img src="${hrefOf(path)}" alt="${caption ?? words}" loading="lazy"></a>
<figcaption>${words}</figcaption></figure>
`);
  }
  return items;
}
