'use client';

import { useEffect, useState } from 'react';
import { choiceOf, type FoundRow, matchesAddress } from '@/components/picker/picker-rule';
import type { Choice, Choices } from '@/lib/choices';

/** Milliseconds without a key after which the question is asked. */
const pause = 150;

/** The answer to a question; `found` is null where the request failed. */
export type Matches = { question: string; found: readonly Choice[] | null; more: boolean };

/** The answer to the latest question that has one. A new question gives up the request of the one before. */
export function useMatches(of: Choices['of'], question: string): Matches | null {
  const [matches, setMatches] = useState<Matches | null>(null);
  useEffect(() => {
    if (question === '') return;
    const request = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await ask(matchesAddress(of, question), request.signal);
      if (!request.signal.aborted) setMatches({ question, ...answer });
    }, pause);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [of, question]);
  return matches;
}

async function ask(address: string, signal: AbortSignal): Promise<Omit<Matches, 'question'>> {
  try {
    const answer = await fetch(address, { signal });
    const { data, next_cursor } = (await answer.json()) as { data: FoundRow[]; next_cursor: string | null };
    if (answer.ok) return { found: data.map(choiceOf), more: next_cursor !== null };
  } catch {
    // Shown as a failure below, as any other answer that is no list.
  }
  return { found: null, more: false };
}

/** A record that is chosen and not among the choices of the page; null where it cannot be read. */
export async function findChoice(of: Choices['of'], id: string): Promise<Choice | null> {
  const answer = await fetch(`/api/admin/${of}/${encodeURIComponent(id)}`).catch(() => null);
  return answer?.ok ? choiceOf((await answer.json()).data) : null;
}
