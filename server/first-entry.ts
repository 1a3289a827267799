import { makeFirstOwner } from '@/lib/access/make-first-owner';
import { openWelcome } from '@/lib/access/open-welcome';
import type { Env } from '@/lib/env';
import { Refusal } from '@/lib/refusal';
import { StartProblem } from './start-problem';

/**
 * Lets the first person in while there is none: makes the owner that the settings name, or opens a
 * fresh welcome link. Answers what to tell, given the server's address, to the one who started it.
 */
export async function firstEntry(owner: Env['owner']): Promise<(address: string) => string> {
  if (owner !== null) {
    const isMade = await makeFirstOwner(owner).catch((thrown: unknown) => {
      throw thrown instanceof Refusal ? new StartProblem(thrown.message) : thrown;
    });
    return () => (isMade ? `${owner.name} can sign in with the e-mail and password given.\n` : '');
  }
  const secret = await openWelcome();
  if (secret === null) return () => '';
  return (address) =>
    `Nobody is here yet. Open this link to become the first owner (it works once):\n\n    ${address}/welcome/${secret}\n\n`;
}
