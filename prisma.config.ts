import { resolve } from 'node:path';
import { defineConfig } from 'prisma/config';

// Prisma's command line would download this program at its first use. See docs/decisions/0003-migrations-without-a-download.md.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= resolve(import.meta.dirname, 'prisma/engine-stub/schema-engine');

export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
