import { type Html, html } from '@/lib/exports/pack/html';
import { type Pack, packTexts, rowsOf } from '@/lib/exports/pack/pack';
import { formatDay } from '@/lib/format';
import { formatInstant } from '@/lib/intl';
import { listComments } from '@/lib/updates/comments/queries';
import type { UpdateComment } from '@/lib/updates/comments/schemas';
import { listProjectUpdates } from '@/lib/updates/queries';

/** What the team wrote about a project, the latest first, with all comments of both sides. */
export async function projectUpdates(pack: Pack, projectId: string): Promise<Html[]> {
  const { actor, locale } = pack;
  const reader = { locale, timeZone: actor.tenant.timeZone };
  const t = packTexts(locale);
  const articles: Html[] = [];
  for await (const update of rowsOf(pack, (db, query) => listProjectUpdates(db, { ...query, projectId }))) {
    const { id, title, body, postedOn, authorName, comments, commentCount } = update;
    const all = commentCount > comments.length ? await allComments(pack, id) : comments;
    const written = all.map(
      (comment) => html`<li><p class="text">${comment.body}</p>
<p class="quiet">${comment.authorName} · ${formatInstant(new Date(comment.writtenAt), reader)}</p></li>
`,
    );
    articles.push(html`<article><h4>${title}</h4><p class="quiet">${formatDay(postedOn, locale)} · ${authorName}</p>
<p class="text">${body}</p>${written.length > 0 && html`<p class="quiet">${t('comments')}</p><ul class="answers">${written}</ul>`}</article>
`);
  }
  return articles;
}

async function allComments(pack: Pack, id: string): Promise<UpdateComment[]> {
  const all: UpdateComment[] = [];
  for await (const comment of rowsOf(pack, (db, query) => listComments(db, { ...query, id }))) all.push(comment);
  return all;
}
