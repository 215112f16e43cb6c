import { closeAll } from '@/lib/live/registry';

// Next waits for open answers before it stops; a stream would never end by itself.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, closeAll);
