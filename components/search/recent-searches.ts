/** The most searches that a browser keeps for a person. */
const most = 6;

const keyOf = (userId: string) => `oriel-searches-${userId}`;

/** The last searches of a person in this browser, which alone knows them. None where it keeps nothing. */
export function recentSearches(userId: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Keeps a search as the latest one. */
export function keepSearch(userId: string, question: string): void {
  const kept = [question, ...recentSearches(userId).filter((one) => one.toLowerCase() !== question.toLowerCase())];
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify(kept.slice(0, most)));
  } catch {
    // A browser that keeps nothing, as in a private window, has no recent searches.
  }
}

export function forgetSearches(userId: string): void {
  try {
    localStorage.removeItem(keyOf(userId));
  } catch {
    // There were none.
  }
}
