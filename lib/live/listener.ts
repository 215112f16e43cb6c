import pg from 'pg';
import { env } from '@/lib/env';
import { beginHearing, type DatabaseMessage, dispatch, openStreams, resyncAll } from '@/lib/live/registry';
import { log } from '@/lib/log';

const channel = 'oriel_live';
/** Milliseconds until the next try to reach the database, at first and at most. */
const waits = { first: 500, most: 15_000 };

type Kept = { orielListener?: { ready: Promise<void> } };
const kept = globalThis as typeof globalThis & Kept;

/**
 * Makes this process listen to live messages, over one connection of its own past any pooler, for as long as it lives. After a lost
 * connection all streams are told to read anew. Resolves once the process listens; rejects where the database is out of reach.
 */
export function listen(): Promise<void> {
  kept.orielListener ??= { ready: connect() };
  const { ready } = kept.orielListener;
  ready.catch(() => delete kept.orielListener);
  return ready;
}

async function connect(): Promise<void> {
  const client = new pg.Client({ connectionString: env().directDatabaseUrl, keepAlive: true });
  let isOver = false;
  const over = () => {
    if (isOver) return;
    isOver = true;
    client.end().catch(() => undefined);
    // Nobody waits for messages: the next stream connects anew.
    if (openStreams().size === 0) delete kept.orielListener;
    else kept.orielListener = { ready: connectAgain(waits.first) };
  };
  client.on('notification', ({ payload }) => {
    // The triggers of the wall write this payload (the migration live_messages).
    if (payload) dispatch(JSON.parse(payload) as DatabaseMessage);
  });
  await client.connect();
  await client.query(`listen ${channel}`);
  beginHearing();
  client.on('error', over);
  client.on('end', over);
}

async function connectAgain(wait: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, wait).unref());
  try {
    await connect();
    resyncAll();
  } catch (error) {
    log().warn({ err: error }, 'live messages cannot be heard; the next try follows');
    if (openStreams().size === 0) delete kept.orielListener;
    else await connectAgain(Math.min(wait * 2, waits.most));
  }
}
