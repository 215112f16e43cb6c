import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { liftTimeouts } from '@/lib/db/migrations/no-timeouts';

const singleCharacter = 18; // oid of PostgreSQL's type "char", which Prisma's adapter cannot read
const text = 25;

/**
 * Connects the schema engine to PostgreSQL through Prisma's adapter on a single connection, with three changes: reads "char"
 * columns, sends a migration unsplit (Prisma's adapter splits at every semicolon, even within functions), and creates shadow
 * databases on the same server.
 */
export class EngineAdapter implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = '@prisma/adapter-pg';
  readonly #url: string;
  readonly #pool: pg.Pool;
  readonly #characterColumns = new Set<string>();
  /** PostgreSQL's error of the first failed script, which is clearer than the engine's message. */
  scriptError: Error | undefined;

  constructor(url: string) {
    this.#url = url;
    this.#pool = this.#openPool(url);
  }

  connect(): Promise<SqlDriverAdapter> {
    return this.#adapt(this.#pool);
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const name = `oriel_shadow_${process.pid}_${Date.now()}`;
    await this.#pool.query(`CREATE DATABASE ${name} TEMPLATE template0`);
    const url = new URL(this.#url);
    url.pathname = `/${name}`;
    const shadow = this.#openPool(url.href);
    const adapter = await this.#adapt(shadow);
    adapter.dispose = async () => {
      await shadow.end();
      await this.#pool.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    };
    return adapter;
  }

  /** Runs `work` in one transaction, which covers all queries because the pool has one connection. */
  async inTransaction<T>(work: () => Promise<T>): Promise<T> {
    await this.#pool.query('BEGIN');
    try {
      const result = await work();
      await this.#pool.query('COMMIT');
      return result;
    } catch (error) {
      await this.#pool.query('ROLLBACK');
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  #openPool(url: string): pg.Pool {
    const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0, onConnect: liftTimeouts });
    pool.on('connect', (client) => client.connection.prependListener('rowDescription', this.#readCharacters));
    return pool;
  }

  readonly #readCharacters = ({ fields }: { fields: { name: string; dataTypeID: number }[] }) => {
    for (const field of fields) {
      if (field.dataTypeID !== singleCharacter) continue;
      field.dataTypeID = text;
      this.#characterColumns.add(field.name);
    }
  };

  async #adapt(pool: pg.Pool): Promise<SqlDriverAdapter> {
    const adapter: SqlDriverAdapter = await new PrismaPg(pool).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const columnTypes = result.columnTypes.map((type, i) =>
        this.#isCharacter(result.columnNames[i], type) ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    adapter.executeScript = async (script) => {
      try {
        await pool.query(script);
      } catch (error) {
        this.scriptError ??= error instanceof Error ? error : new Error(String(error));
        throw error;
      }
    };
    return adapter;
  }

  #isCharacter(name: string | undefined, type: number): boolean {
    return type === ColumnTypeEnum.Text && name !== undefined && this.#characterColumns.has(name);
  }
}
