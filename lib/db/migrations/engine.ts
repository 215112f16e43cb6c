import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { EngineAdapter } from '@/lib/db/migrations/engine-adapter';

const specifier = '@prisma/schema-engine-wasm/schema_engine_bg';

/**
 * Runs `work` with Prisma's schema engine (the WebAssembly build from npm) on the database of `url`.
 * An internal interface of Prisma: read docs/decisions/0003-migrations-without-a-download.md before an update.
 */
export async function withEngine<T>(
  url: string,
  datamodels: [path: string, content: string][],
  work: (engine: SchemaEngine, adapter: EngineAdapter) => Promise<T>,
): Promise<T> {
  const { SchemaEngine } = await loadEngine();
  const adapter = new EngineAdapter(url);
  try {
    const engine = await SchemaEngine.new(
      { datamodels },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(adapter),
    );
    return await work(engine, adapter);
  } finally {
    await adapter.close();
  }
}

type EngineModule = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');
let loaded: Promise<EngineModule> | undefined;

function loadEngine(): Promise<EngineModule> {
  loaded ??= instantiate();
  return loaded;
}

async function instantiate(): Promise<EngineModule> {
  // Without this registry the message of a panic in the engine is lost.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(`schema engine: ${message}`) },
  });
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const folder = dirname(createRequire(import.meta.url).resolve(specifier));
  const bytes = await readFile(join(folder, 'schema_engine_bg.wasm'));
  const imports = Object.entries(engine).map(([name, value]) => [
    name,
    /^__wbg_setTimeout/.test(name) ? unheldTimeout : value,
  ]);
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': Object.fromEntries(imports) });
  engine.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
  return engine;
}

// The engine never clears its ten-second lock timeout; unref() lets the process exit before.
function unheldTimeout(done: () => void, milliseconds: number): NodeJS.Timeout {
  return setTimeout(done, milliseconds).unref();
}
