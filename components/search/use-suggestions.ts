'use client';

import { useEffect, useRef, useState } from 'react';
import type { SearchKind } from '@/lib/search/schemas';

/** A result as the API sends it. */
export type Suggestion = {
  type: SearchKind;
  id: string;
  title: string;
  excerpt: string | null;
  number: string | null;
  project_name: string | null;
  client_name: string | null;
  on: string;
  address: string;
};

/** What is asked: the words, and the kinds where not all. */
export type Wanted = { q: string; kinds?: string };

export type Suggestions = { of: string; results: Suggestion[] } | 'failed' | null;

/** Milliseconds without a key after which the question is asked. */
const pause = 120;
const limit = 15;

/** The results while somebody types: one request at a time, and of the questions that came meanwhile only the last. */
export function useSuggestions(address: string, { q, kinds }: Wanted): { found: Suggestions; busy: boolean } {
  const [found, setFound] = useState<Suggestions>(null);
  const [busy, setBusy] = useState(false);
  const wanted = useRef('');
  const asking = useRef(false);
  const query = q === '' ? '' : String(new URLSearchParams({ q, limit: String(limit), ...(kinds && { kinds }) }));

  useEffect(() => {
    wanted.current = query;
    if (query === '') {
      setFound(null);
      setBusy(false);
      return;
    }
    setBusy(true);
    const timer = setTimeout(async () => {
      if (asking.current) return;
      asking.current = true;
      for (let asked = ''; wanted.current !== '' && asked !== wanted.current; ) {
        asked = wanted.current;
        const answer = await ask(`${address}?${asked}`);
        if (asked === wanted.current)
          setFound(answer && { of: new URLSearchParams(asked).get('q') ?? '', results: answer });
        if (asked === wanted.current && answer === null) setFound('failed');
      }
      asking.current = false;
      setBusy(false);
    }, pause);
    return () => clearTimeout(timer);
  }, [address, query]);
  return { found, busy };
}

async function ask(address: string): Promise<Suggestion[] | null> {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? (await answer.json()).data : null;
}
