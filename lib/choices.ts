/** Something to choose. `isActive` is false for a client that has been switched off. */
export type Choice = { id: string; name: string; isActive?: boolean };

/** Clients or projects to choose from, with `more` where the business has further ones, which the field then searches. */
export type Choices = { of: 'clients' | 'projects'; options: readonly Choice[]; more: boolean };

/** The most choices that a page carries, beside chosen ones: a field with thousands would be most of its page. */
export const mostChoices = 50;

/** The choices of a page from the first `mostChoices` + 1 records, and the chosen ones, which need not be among these. */
export function toChoices(of: Choices['of'], first: readonly Choice[], chosen: readonly Choice[] = []): Choices {
  const options = first.slice(0, mostChoices);
  const added = chosen.filter(({ id }) => !options.some((option) => option.id === id));
  return { of, options: [...options, ...added], more: first.length > mostChoices };
}

/** Whether a record has to be read beside the first ones. */
export function isBeyond(first: readonly Choice[], chosen: string | undefined): chosen is string {
  return chosen !== undefined && !first.slice(0, mostChoices).some(({ id }) => id === chosen);
}

/** A project as a choice of the team: names repeat from client to client. */
export function projectChoice({ id, name, clientName }: { id: string; name: string; clientName: string }): Choice {
  return { id, name: `${name} · ${clientName}` };
}

/** The same choices in the order of their names. */
export function inOrderOfNames({ options, ...choices }: Choices): Choices {
  return { ...choices, options: [...options].sort((a, b) => a.name.localeCompare(b.name)) };
}
