// Runs in a thread of its own, because react-dom/server refuses to load where the worker's process resolves React for server components.
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { renderMail } = await import('./mail.tsx');

parentPort.on('message', ({ id, letter }) => {
  try {
    parentPort.postMessage({ id, html: renderMail(letter) });
  } catch (error) {
    parentPort.postMessage({ id, error: String(error) });
  }
});
