import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { totpCode } from '@/lib/access/second-factor-codes';
import { programPath } from '@/server/process/program-path';
import { owner, startServer } from '@/tests/harness/running-server';
import { inDatabaseOf } from '@/tests/harness/server-database';
import type { Session } from '@/tests/harness/session';
import { signIn, trySignIn } from '@/tests/harness/session';

const run = promisify(execFile);

async function account(dataFolder: string, ...args: string[]): Promise<string> {
  const { DATABASE_URL: _, ...env } = process.env;
  const { stdout } = await run(process.execPath, [programPath('account'), ...args], {
    env: { ...env, PARALLAX_DATA: dataFolder },
  });
  return stdout;
}

const failing = (dataFolder: string, ...args: string[]) =>
  account(dataFolder, ...args).then(
    () => 'It did not fail.',
    (thrown: { stderr: string }) => thrown.stderr,
  );

test('passwords are reset and accounts disabled at the machine, while the server runs and while it does not', async () => {
  const server = await startServer();
  const { address, dataFolder } = server;
  const olive = await signIn(address);
  const output = await account(dataFolder, 'reset-password', owner.email);
  const [, secret] = new RegExp(`${address}/reset/([\\w-]{43})\\n`).exec(output) ?? [];
  const password = 'staple staple staple';
  const accept = await fetch(`${address}/api/v1/password-resets/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret, password }),
  });
  expect(accept.status).toBe(204);
  expect((await olive.fetch('/api/v1/me')).status).toBe(401);
  expect((await trySignIn(address, owner.email, owner.password)).status).toBe(401);
  const guarded = await signIn(address, { email: owner.email, password });

  const path = '/api/v1/me/second-factor';
  const { secret: shared } = await guarded.call<{ secret: string }>('POST', path);
  const code = totpCode(shared, new Date());
  await guarded.call('POST', `${path}/confirmation`, { code });
  expect((await trySignIn(address, owner.email, password)).status).toBe(401);
  expect(await account(dataFolder, 'remove-second-factor', owner.email)).toMatch(
    /recovery codes are removed, and its sessions have ended/,
  );
  // Another process notices it when its cache entry is two seconds old.
  const isOut = async (session: Session) => {
    const until = Date.now() + 10_000;
    while ((await session.fetch('/api/v1/me')).status !== 401)
      expect(Date.now()).toBeLessThan(until);
  };
  await isOut(guarded);
  expect(await account(dataFolder, 'remove-second-factor', owner.email)).toMatch(
    /has no second factor/,
  );
  expect(await failing(dataFolder, 'remove-second-factor', 'nobody@example.org')).toBe(
    'Nobody here has this e-mail address. Nothing was changed.\n',
  );
  const again = await signIn(address, { email: owner.email, password });
  expect(
    await inDatabaseOf(
      server,
      `SELECT e."actorId", u.email FROM "SecurityEvent" e JOIN "User" u ON u.id = e."userId"
        WHERE e.kind = 'second-factor-removed'`,
    ),
  ).toEqual([{ actorId: null, email: owner.email }]);

  expect(await account(dataFolder, 'disable-account', owner.email.toUpperCase())).toMatch(
    /is disabled: its sessions and access tokens have ended/,
  );
  await isOut(again);
  expect((await trySignIn(address, owner.email, password)).status).toBe(401);
  expect(await failing(dataFolder, 'reset-password', owner.email)).toMatch(/enable it first/);

  expect(await server.stop()).toBe(0);
  expect(await account(dataFolder, 'enable-account', owner.email)).toMatch(/can sign in again/);
  // As a person runs it: by npm.
  const { stdout } = await run('npm', ['run', '--silent', 'reset-password', '--', owner.email], {
    env: { ...process.env, PARALLAX_DATA: dataFolder, DATABASE_URL: '' },
  });
  expect(stdout).toContain('http://127.0.0.1:3000/reset/');
  expect(await failing(dataFolder, 'reset-password')).toMatch(/^Name one e-mail address/);
}, 300_000);
