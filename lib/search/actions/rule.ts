import { paths, withQuery } from '@/lib/paths';

export const actionKeys = ['newInvoice', 'recordPayment', 'newProject'] as const;
export type ActionKey = (typeof actionKeys)[number];

/** Something that a person of the team may do for a client that was found. */
export type SearchAction = { key: ActionKey; name: string; address: string };

const addresses: Record<ActionKey, (clientId: string) => string> = {
  newInvoice: (client) => withQuery(paths.admin.invoices.new, { client }),
  recordPayment: (client) => withQuery(paths.admin.payments.new, { client }),
  newProject: (client) => withQuery(paths.admin.projects.new, { client_id: client }),
};

type Named = { type: string; id: string; title: string };

/** The most clients that actions are offered for. */
const mostClients = 2;

/** What the person may do for the clients among the results. Money is the admins'. */
export function actionsFor(results: readonly Named[], isAdmin: boolean, only?: ActionKey): SearchAction[] {
  const keys = actionKeys.filter((key) => (isAdmin || key === 'newProject') && (!only || key === only));
  const clients = results.filter(({ type }) => type === 'client').slice(0, only ? undefined : mostClients);
  return clients.flatMap(({ id, title }) => keys.map((key) => ({ key, name: title, address: addresses[key](id) })));
}

/**
 * The action that a question begins with, and the rest, which names a client: “new inv okafor” by the phrase “New invoice for”. Null
 * where it begins with none: two words at least, so that “new” alone still searches.
 */
export function actionAsked(
  question: string,
  phrases: Record<ActionKey, string>,
): { key: ActionKey; rest: string } | null {
  const typed = question.toLowerCase().split(/\s+/).filter(Boolean);
  for (const key of actionKeys) {
    const phrase = phrases[key].toLowerCase().split(/\s+/).filter(Boolean);
    let taken = 0;
    for (const word of phrase) if (typed[taken] !== undefined && word.startsWith(typed[taken] ?? '')) taken += 1;
    const isBegun = taken >= 2 && phrase[0]?.startsWith(typed[0] ?? '') === true;
    if (isBegun && typed.length > taken) return { key, rest: question.trim().split(/\s+/).slice(taken).join(' ') };
  }
  return null;
}
