import type { Client } from 'pg';
import { connect } from '@/server/migrations/migrate';

/** Does `work` with a connection to the database, which ends with it. */
export async function withConnection<Result>(
  databaseUrl: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = await connect(databaseUrl);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
