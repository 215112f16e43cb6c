// Starts the demo from a fresh clone: installs missing packages, then runs demo.ts.
import { installWhenStale, runThrough } from './launch/install.mjs';

try {
  await installWhenStale();
  process.exit(await runThrough(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'scripts/demo.ts']));
} catch (error) {
  console.error(`oriel: ${error.message}`);
  process.exit(1);
}
