import type { LiveMessage } from '@/components/live/live-message';

/** Milliseconds until a stream that the server refused is opened again, at first and at most. */
const waits = { first: 5_000, most: 300_000 };

/** What tabs say to one another: messages, and whether one came before a tab was there to hear it (`at`, null where none did). */
type Word =
  | LiveMessage
  | { type: 'ask'; tab: string; since: number }
  | { type: 'answer'; tab: string; at: number | null };

type Line = {
  /** The stream of live messages. */
  address: string;
  /** Shared by the tabs of one person. */
  name: string;
  /** The instant of the server before which the page was read, in milliseconds. */
  since: number;
};

/**
 * Hears live messages until the returned function is called, and a `resync` where one came after the page was read and before it
 * could be heard. All tabs of a browser share one stream: the tab that has the lock opens it and passes its messages on. Where
 * browsers lack the locks (plain http), each tab has its own.
 */
export function joinLive({ address, name, since }: Line, hear: (message: LiveMessage) => void): () => void {
  const channel = navigator.locks && 'BroadcastChannel' in window ? new BroadcastChannel(name) : null;
  const stop = new AbortController();
  const tab = `${Date.now()}-${Math.random()}`;
  const asked = new Map<string, number>();
  let leads = false;
  // Until then no message is unknown here, except those before the page was read.
  let latest = since;
  const say = (word: Word) => {
    if (!stop.signal.aborted) channel?.postMessage(word);
  };
  const take = (message: LiveMessage) => {
    if (message.type === 'hello') return;
    latest = Math.max(latest, message.at);
    hear(message);
  };
  const answer = (asker: string, from: number) =>
    say({ type: 'answer', tab: asker, at: from <= latest ? latest : null });
  channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    if (isAsk(data)) {
      if (leads) answer(data.tab, data.since);
      else asked.set(data.tab, data.since);
    } else if (isAnswer(data)) {
      asked.delete(data.tab);
      if (data.tab === tab && data.at !== null) take({ type: 'resync', at: data.at });
    } else take(data);
  });
  const lead = () =>
    new Promise<void>((resolve) => {
      leads = true;
      for (const [asker, from] of asked) answer(asker, from);
      say({ type: 'answer', tab, at: null });
      const tell = (message: LiveMessage) => {
        take(message);
        say(message);
      };
      // After another tab's stream the server cannot know what this one heard.
      const close = openSource(address, latest > since ? 0 : since, tell);
      stop.signal.addEventListener('abort', () => {
        close();
        resolve();
      });
    });
  if (channel) navigator.locks.request(name, { signal: stop.signal }, lead).catch(() => undefined);
  else void lead();
  say({ type: 'ask', tab, since });
  return () => {
    stop.abort();
    channel?.close();
  };
}

const isAsk = (word: Word): word is Extract<Word, { type: 'ask' }> => word.type === 'ask' && 'tab' in word;
const isAnswer = (word: Word): word is Extract<Word, { tab: string; at: number | null }> =>
  word.type === 'answer' && 'tab' in word;

/** Opens the stream, and again after it was refused. `since`: the instant from which on messages count, 0 for unknown. */
function openSource(address: string, since: number, tell: (message: LiveMessage) => void): () => void {
  let [from, wait] = [since, waits.first];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource | undefined;
  const open = () => {
    source = new EventSource(`${address}?since=${new Date(from).toISOString()}`);
    source.onopen = () => {
      wait = waits.first;
    };
    source.onmessage = ({ data, lastEventId }) =>
      tell({ ...(JSON.parse(data) as LiveMessage), at: Number.parseInt(lastEventId, 10) });
    // The person has signed out or has no access any more.
    source.addEventListener('end', () => source?.close());
    source.onerror = () => {
      // While it is not closed, the browser itself opens it again.
      if (source?.readyState !== EventSource.CLOSED) return;
      from = 0;
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, waits.most);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
