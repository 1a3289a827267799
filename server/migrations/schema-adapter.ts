import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import type { QueryResult } from 'pg';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;

/** The type "char" of PostgreSQL's catalogue: one character, or none. */
const catalogueCharacter = 18;

/** A migration is one script: all of it or nothing, whatever semicolons stand in it. */
function takeWholeScripts(adapter: Adapter): void {
  adapter.executeScript = async (script) => {
    await adapter.underlyingDriver().query(script);
  };
}

/** The adapter refuses "char" as a type it does not know; the engine wants a character. */
function readCharacters(adapter: Adapter): void {
  const pool = adapter.underlyingDriver();
  const query = pool.query.bind(pool) as (...given: unknown[]) => Promise<QueryResult>;
  const characters = new Set<string>();
  const asText = async (...given: unknown[]) => {
    const result = await query(...given);
    for (const field of result.fields ?? []) {
      if (field.dataTypeID !== catalogueCharacter) continue;
      field.dataTypeID = pg.types.builtins.BPCHAR;
      characters.add(field.name);
    }
    return result;
  };
  Object.assign(pool, { query: asText });
  const { queryRaw } = adapter;
  adapter.queryRaw = async (asked) => {
    const result = await queryRaw.call(adapter, asked);
    const isCharacter = result.columnNames.map((name) => characters.has(name));
    const columnTypes = result.columnTypes.map((type, at) =>
      isCharacter[at] ? ColumnTypeEnum.Character : type,
    );
    const rows = result.rows.map((row) =>
      row.map((value, at) => (isCharacter[at] && value === '' ? '\0' : value)),
    );
    return { ...result, columnTypes, rows };
  };
}

/**
 * The engine's lock is the session's: behind a pooler it would stay with a connection that goes to
 * others. Whoever migrates has locked out others already.
 */
function lockNothing(adapter: Adapter): void {
  const executeRaw = adapter.executeRaw.bind(adapter);
  adapter.executeRaw = async (asked) =>
    asked.sql.startsWith('SELECT pg_advisory_lock(') ? 0 : executeRaw(asked);
}

/** The driver adapter with what the schema engine needs beyond it. */
export class SchemaAdapter extends PrismaPg {
  readonly #scratchUrl: string | undefined;

  constructor(databaseUrl: string, scratchUrl?: string) {
    super({ connectionString: databaseUrl, max: 1 });
    this.#scratchUrl = scratchUrl;
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    takeWholeScripts(adapter);
    lockNothing(adapter);
    readCharacters(adapter);
    return adapter;
  }

  /** Where migrations are tried out: PGlite cannot make a second database beside the first. */
  override async connectToShadowDb(): Promise<Adapter> {
    if (this.#scratchUrl === undefined) throw new Error('There is no database to try things in.');
    return new SchemaAdapter(this.#scratchUrl).connect();
  }
}
