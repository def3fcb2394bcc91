import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

/** @types/node 20 declares no WebAssembly value, and the DOM library stays out of server code. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(module: object, imports: object): Promise<{ exports: Record<string, unknown> }>;
};

let loaded: Promise<void> | undefined;

/** Once in a process: the package holds its instance in a variable of the module. */
async function loadEngine(): Promise<void> {
  const location = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const module = await WebAssembly.compile(
    readFileSync(new URL('schema_engine_bg.wasm', pathToFileURL(location))),
  );
  const instance = await WebAssembly.instantiate(module, { './schema_engine_bg.js': engine });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
}

/** Splits nothing: a migration may hold functions, whose bodies contain semicolons; and it applies whole or not at all. */
class WholeScripts extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    const connection = await super.connect();
    connection.executeScript = async (script) =>
      void (await connection.underlyingDriver().query(script));
    return connection;
  }
}

/**
 * Lends Prisma's own schema engine, as WebAssembly (no binary is downloaded), connected to `url`.
 * The engine itself never closes its connection, with the lock of `migrate` on it: here it is closed.
 */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  await (loaded ??= loadEngine());
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 });
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool));
  try {
    const opened = await engine.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
    return await work(opened).finally(() => opened.free());
  } finally {
    await pool.end();
  }
}
