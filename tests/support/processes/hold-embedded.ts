// A process that uses the embedded PostgreSQL of the folder it is given: says the address, and leaves when its input ends.
import { once } from 'node:events';
import { openEmbedded } from '@/lib/db/embedded';

const { url, close } = await openEmbedded(process.argv[2] ?? '');
console.log(url);
process.stdin.resume();
await once(process.stdin, 'end');
await close();
process.exit(0);
