// A process that keeps the embedded PostgreSQL of a folder open: prints its address, and exits when its stdin closes.
import { once } from 'node:events';
import { openEmbedded } from '@/lib/db/embedded';

const { url, close } = await openEmbedded(process.argv[2] ?? '');
console.log(url);
process.stdin.resume();
await once(process.stdin, 'end');
await close();
process.exit(0);
