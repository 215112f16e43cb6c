// Starts the demo from a fresh clone: installs missing packages, then runs demo.ts.
import { installWhenStale, runThrough } from './launch/install.mjs';

try {
  await installWhenStale();
  // After a pull that changes the models and no package, npm installs nothing, and the client of the database would be an old one.
  const generate = ['node_modules/prisma/build/index.js', 'generate'];
  if ((await runThrough(process.execPath, generate, { stdio: ['ignore', 'ignore', 'inherit'] })) !== 0)
    throw new Error('prisma generate failed');
  process.exit(await runThrough(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'scripts/demo.ts']));
} catch (error) {
  console.error(`oriel: ${error.message}`);
  process.exit(1);
}
