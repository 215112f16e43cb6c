import type { LiveMessage } from '@/components/live/live-message';

/** Milliseconds until a stream that the server refused is opened again, at first and at most. */
const waits = { first: 5_000, most: 300_000 };
/** Milliseconds of waiting for the lead of the tabs after which messages may have been lost. */
const longWait = 1_000;

/**
 * Hears live messages until the returned function is called. All tabs of a browser share one stream: the tab that has the lock opens
 * it and passes its messages on. Where browsers lack the locks (plain http), each tab has its own.
 */
export function joinLive(address: string, name: string, hear: (message: LiveMessage) => void): () => void {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(name) : null;
  const stop = new AbortController();
  const tell = (message: LiveMessage) => {
    hear(message);
    if (!stop.signal.aborted) channel?.postMessage(message);
  };
  channel?.addEventListener('message', ({ data }: MessageEvent<LiveMessage>) => hear(data));
  const asked = Date.now();
  const lead = () =>
    new Promise<void>((resolve) => {
      const close = openSource(address, tell, Date.now() - asked > longWait);
      stop.signal.addEventListener('abort', () => {
        close();
        resolve();
      });
    });
  if (channel && navigator.locks) navigator.locks.request(name, { signal: stop.signal }, lead).catch(() => undefined);
  else void lead();
  return () => {
    stop.abort();
    channel?.close();
  };
}

/** Opens the stream, and again after it was refused. `late`: messages may have been lost before it opens. */
function openSource(address: string, tell: (message: LiveMessage) => void, late: boolean): () => void {
  let [lost, wait] = [late, waits.first];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource | undefined;
  const open = () => {
    source = new EventSource(address);
    source.onopen = () => {
      wait = waits.first;
      if (lost) tell({ type: 'resync' });
      lost = false;
    };
    source.onmessage = ({ data }) => tell(JSON.parse(data) as LiveMessage);
    // The person has signed out or has no access any more.
    source.addEventListener('end', () => source?.close());
    source.onerror = () => {
      // While it is not closed, the browser itself opens it again.
      if (source?.readyState !== EventSource.CLOSED) return;
      lost = true;
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
