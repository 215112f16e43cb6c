import { pictureProcesses } from '@/lib/storage/picture-processes';

// Decodes one picture, given by its path, as the portal does.
const [path = ''] = process.argv.slice(2);
const run = pictureProcesses({ mostCpuMilliseconds: 60_000, mostMilliseconds: 60_000, idleMilliseconds: 60_000 });
await run({ path, longest: 640, encodings: [], allowHeavy: true });
