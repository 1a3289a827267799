import { StartProblem } from './operator-problem';
import { Client } from 'pg';
import { checkFirstOwner, makeFirstOwner, openWelcome } from '@/lib/access/welcome';
import type { Env } from '@/lib/env';
import { Refusal } from '@/lib/refusal';

function asStartProblem(thrown: unknown): never {
  throw thrown instanceof Refusal ? new StartProblem(thrown.message) : thrown;
}

/**
 * Checks the owner whom the settings name, also where nobody is needed any more.
 *
 * @throws {StartProblem} With a sentence that names the variable which does not hold.
 */
export function checkOwner(owner: Env['owner']): void {
  try {
    if (owner !== null) checkFirstOwner(owner);
  } catch (thrown) {
    asStartProblem(thrown);
  }
}

/** Whether there are people already. By the driver: Prisma's client takes long to be ready. */
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
 * Lets the first person in while there is none: makes the owner that the settings name, or opens a
 * fresh welcome link. Answers what to tell, given the server's address, to the one who started it.
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
