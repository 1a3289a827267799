import { Client } from 'pg';
import { checkFirstOwner, makeFirstOwner, openWelcome } from '@/lib/access/welcome';
import type { Env } from '@/lib/env';
import { Refusal } from '@/lib/refusal';
import { StartProblem } from './operator-problem';

function asStartProblem(thrown: unknown): never {
  throw thrown instanceof Refusal ? new StartProblem(thrown.message) : thrown;
}

/**
 * Validates the owner named by the settings, even if there are users already.
 *
 * @throws {StartProblem} With a sentence that names the invalid variable.
 */
export function checkOwner(owner: Env['owner']): void {
  try {
    if (owner !== null) checkFirstOwner(owner);
  } catch (thrown) {
    asStartProblem(thrown);
  }
}

/** Whether there are users. Uses the driver, since Prisma's client takes long to load. */
async function hasPeople(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM "User" LIMIT 1');
    return rowCount !== 0;
  } finally {
    await client.end();
  }
}

/**
 * While there are no users: creates the owner named by the settings, or opens a new welcome link.
 * Returns a function from the server's address to the text for the operator.
 */
export async function firstEntry(
  owner: Env['owner'],
  databaseUrl: string,
): Promise<(address: string) => string> {
  if (await hasPeople(databaseUrl)) return () => '';
  if (owner !== null) {
    const isMade = await makeFirstOwner(owner).catch(asStartProblem);
    return () => (isMade ? `${owner.name} can sign in with the e-mail and password given.\n` : '');
  }
  const secret = await openWelcome();
  if (secret === null) return () => '';
  return (address) =>
    `Nobody is here yet. Open this link to become the first owner (it works once):\n\n    ${address}/welcome/${secret}\n\n`;
}
