// Loads `server-only` as an empty module, as vitest does: without React's server condition the package throws.
import Module, { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const path = require.resolve('server-only');
require.cache[path] = Object.assign(new Module(path), { filename: path, loaded: true });
