import { firstPerson } from '@/lib/access/welcome';
import { fillDemo } from '@/lib/interchange/fill-demo';

/**
 * Creates the demo project for the oldest account, in the database of `DATABASE_URL`; returns a sentence
 * with the result. `address` is the server's public address.
 */
export async function makeDemo(address: string): Promise<string> {
  const owner = await firstPerson();
  if (owner === null) return 'Nobody has come in yet: open the welcome link first, then ask again.';
  const { projectId, made } = await fillDemo(owner);
  const where = `${address}/projects/${projectId}`;
  return made
    ? `The demo project of ${owner.name} is at ${where}`
    : `${owner.name} has the demo project already, at ${where}; archive it to have a fresh one.`;
}
