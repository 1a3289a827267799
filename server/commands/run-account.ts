import { disableByEmail, enableByEmail, resetByEmail } from '@/lib/access/account-by-email';
import { EnvProblem } from '@/lib/env';
import { Refusal } from '@/lib/refusal';
import { atDatabase } from './at-database';
import { StartProblem } from '@/server/start-problem';

type Command = (email: string, address: string) => Promise<string>;

/** What the one who runs the server may do about an account, by the name of the npm script. */
const commands: Record<string, Command> = {
  'reset-password': async (email, address) => {
    const { url } = await resetByEmail(email, address);
    return `This link sets a new password for ${email}. It works once, within 24 hours:\n\n    ${url}\n`;
  },
  'disable-account': async (email) =>
    (await disableByEmail(email))
      ? `The account of ${email} is disabled: its sessions and access tokens have ended, what it made is kept. “npm run enable-account -- ${email}” lets it in again.`
      : `The account of ${email} was disabled already.`,
  'enable-account': async (email) =>
    (await enableByEmail(email))
      ? `The account of ${email} can sign in again.`
      : `The account of ${email} is not disabled.`,
};

/** Does it in the database of the server at work, or else in the one that it would start. */
async function runAccount([name = '', email, ...more]: string[]): Promise<string> {
  const command = commands[name];
  if (command === undefined || email === undefined || more.length > 0)
    throw new StartProblem(`Name one e-mail address, as in: npm run ${name} -- ada@example.org`);
  return atDatabase(({ address }) => command(email, address));
}

runAccount(process.argv.slice(2)).then(console.log, (thrown: unknown) => {
  const isKnown =
    thrown instanceof EnvProblem || thrown instanceof StartProblem || thrown instanceof Refusal;
  const isAbsent = thrown instanceof Refusal && thrown.reason === 'absent';
  if (isAbsent) console.error('Nobody here has this e-mail address. Nothing was changed.');
  else console.error(isKnown ? thrown.message : thrown);
  process.exitCode = 1;
});
