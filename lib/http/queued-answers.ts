import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

// Node reports a closed connection only to the response being sent. A response queued after another one on the same
// connection (HTTP pipelining) gets no event and would keep its file open.
const queues = new WeakMap<Socket, Set<ServerResponse>>();

subscribe('http.server.request.start', (message) => {
  // The channel's message is documented as { request, response, socket, server } but typed unknown.
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  const queue = queues.get(request.socket) ?? openQueue(request.socket);
  queue.add(response);
  response.once('close', () => queue.delete(response));
});

function openQueue(socket: Socket): Set<ServerResponse> {
  const queue = new Set<ServerResponse>();
  queues.set(socket, queue);
  socket.once('close', () => {
    for (const answer of queue) if (answer.socket === null) abandon(answer);
  });
  return queue;
}

function abandon(answer: ServerResponse): void {
  answer.destroy();
  answer.emit('close');
}
