import {
  disableByEmail,
  enableByEmail,
  removeFactorByEmail,
  resetByEmail,
} from '@/lib/access/account-by-email';
import { Refusal } from '@/lib/refusal';
import { StartProblem } from '@/server/process/operator-problem';
import { atDatabase } from './at-database';
import { runCommand } from './run-command';

type Command = (email: string, address: string) => Promise<string>;

/** The operator's commands for an account, by the name of the npm script. */
const commands: Record<string, Command> = {
  'reset-password': async (email, address) => {
    const { url } = await resetByEmail(email, address);
    return `This link sets a new password for ${email}. It works once, within 24 hours:\n\n    ${url}\n`;
  },
  'disable-account': async (email) =>
    (await disableByEmail(email))
      ? `The account of ${email} is disabled: its sessions and access tokens have ended, its work stays. “npm run enable-account -- ${email}” lets it in again.`
      : `The account of ${email} was disabled already.`,
  'enable-account': async (email) =>
    (await enableByEmail(email))
      ? `The account of ${email} can sign in again.`
      : `The account of ${email} is not disabled.`,
  'remove-second-factor': async (email) =>
    (await removeFactorByEmail(email))
      ? `The second factor of ${email} and its recovery codes are removed, and its sessions have ended. A password or a provider is now enough to sign in: the person should set up another on the account page.`
      : `The account of ${email} has no second factor. Nothing was changed.`,
};

/** Runs the command on the database of the running server, or else on the one that it would start. */
async function runAccount(): Promise<string> {
  const [name = '', email, ...more] = process.argv.slice(2);
  const command = commands[name];
  if (command === undefined || email === undefined || more.length > 0)
    throw new StartProblem(`Name one e-mail address, as in: npm run ${name} -- ada@example.org`);
  try {
    return await atDatabase(({ address }) => command(email, address));
  } catch (thrown) {
    if (!(thrown instanceof Refusal && thrown.reason === 'absent')) throw thrown;
    throw new StartProblem('Nobody here has this e-mail address. Nothing was changed.');
  }
}

await runCommand(runAccount);
