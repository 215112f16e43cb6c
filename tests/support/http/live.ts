import { NextRequest } from 'next/server';
import { GET } from '@/app/api/live/route';

export type LiveEvent = { event: string; data: { type: string; record?: string; about?: string } };

/** An open stream of live messages, read until it is closed. `since`: when what is shown was read, in ISO 8601. */
export async function openLive(token: string, headers: Record<string, string> = {}, since?: string) {
  const leave = new AbortController();
  const query = since === undefined ? '' : `?since=${since}`;
  const request = new NextRequest(`http://localhost:3000/api/live${query}`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
    signal: leave.signal,
  });
  const response = await GET(request, {});
  const events: LiveEvent[] = [];
  const state = { isOver: false };
  const pump = async () => {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        const [, event] = /^event: (.*)$/m.exec(part) ?? [];
        const [, data] = /^data: (.*)$/m.exec(part) ?? [];
        if (event && data) events.push({ event, data: JSON.parse(data) });
      }
    }
  };
  const over = (response.body ? pump() : Promise.resolve()).then(() => {
    state.isOver = true;
  });
  return { response, events, state, over, close: () => leave.abort() };
}
