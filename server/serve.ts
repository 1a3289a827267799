import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import next from 'next';
import { visitorOfCookie, sessionCookie } from '@/app/_gate/visitor';
import { flushFaults, log } from '@/lib/access/log';
import { inRequest } from '@/lib/access/request-context';
import { version } from '@/lib/access/version';
import { closeDb } from '@/lib/db';
import type { Env } from '@/lib/env';
import { openPasswordCheck } from '@/server/compute/password-check';
import type { OpenDatabase } from '@/server/embedded-postgres/open-database';
import { frontDoor } from '@/server/http/front-door';
import { Draining, listen, stopListening, stopOnSignal } from '@/server/http/listen';
import { requestObserver, routePatterns } from '@/server/http/observe-request';
import { LineRequest } from '@/server/live/line-door';
import { migrate } from '@/server/migrations/migrate';
import { forgetRunning, noteRunning } from '@/server/process/data-folder';
import { checkOwner, firstEntry } from '@/server/process/first-entry';
import { openMail } from '@/server/process/mail';
import { measureProcess } from '@/server/process/metrics';
import { shareAttempts } from '@/server/process/shared-attempts';
import { startEventRetention, startUpkeep, watchFreeSpace } from '@/server/process/upkeep';
import { openComputing } from './compute/open-computing';
import { openLiveServer } from './live/live-server';

/** How long running requests may take to end when the server stops, in milliseconds. */
const drainTimeout = 4_000;
/** How long everything but the database may take to end, in milliseconds; at least 2 seconds are left for it. */
const closingTimeout = 6_000;

/** Whether the work ends within this many milliseconds; it continues otherwise. */
async function inTime(work: Promise<void>, milliseconds: number): Promise<boolean> {
  const timeout = wait(milliseconds, false, { ref: false });
  return Promise.race([work.then(() => true), timeout]);
}

async function openPages(env: Env) {
  // A separate server, never opened, on which Next listens for upgrades: on the real one it would
  // disconnect every client that offers one, such as Java's, which offers h2c.
  const httpServer = createServer();
  const { host: hostname, port } = env;
  const pages = next({ dev: false, dir: process.cwd(), hostname, port, httpServer });
  await pages.prepare();
  return pages;
}

const contextOf = ({ headers }: IncomingMessage) => ({
  requestId: String(headers['x-request-id']),
  address: String(headers['x-parallax-address'] ?? ''),
});

const buildFolder = () => process.env.PARALLAX_BUILD ?? '.next';

/** Sets the environment variables that next-auth and the pages read. */
function setEnvironment(env: Env, secret: string): void {
  process.env.NEXTAUTH_SECRET = secret;
  if (env.publicUrl !== null) process.env.NEXTAUTH_URL = env.publicUrl;
  // On loopback: any name that the browser uses; the front door accepts no others.
  else process.env.AUTH_TRUST_HOST = 'true';
}

/**
 * Serves pages, API and live connections until a signal. `folder` is the data folder, `secret` signs
 * sessions, `opening` is the database, which may still be opening.
 */
export async function serve(
  env: Env,
  { folder, secret, opening }: { folder: string; secret: string; opening: Promise<OpenDatabase> },
): Promise<void> {
  checkOwner(env.owner);
  setEnvironment(env, secret);
  const pagesSoon = openPages(env);
  // An error is reported when it is awaited, after the database.
  pagesSoon.catch(() => undefined);
  const database = await opening;
  process.env.DATABASE_URL = database.databaseUrl;
  await database.allowLong(() => migrate(database.databaseUrl));
  const endPasswordCheck = openPasswordCheck();
  const entry = await firstEntry(env.owner, database.databaseUrl);
  const pages = await pagesSoon;
  const answer = pages.getRequestHandler();
  const admit = frontDoor(env.publicUrl, env.trustedProxies);
  const observe = requestObserver(routePatterns(buildFolder()));
  measureProcess(folder, database.pid);
  const live = await openLiveServer({
    ...env,
    sessions: { name: sessionCookie, visitorOf: visitorOfCookie },
  });
  const endMail = env.mail === null ? () => undefined : openMail(env.mail);
  const closeComputing = openComputing();
  const draining = new Draining();
  const server = createServer({ IncomingMessage: LineRequest }, (request, response) => {
    const isAdmitted = admit(request, response) && draining.admit(request, response);
    inRequest(contextOf(request), () => {
      observe(request, response);
      if (!isAdmitted) return;
      answer(request, response).catch((error: unknown) => {
        log.error('A request failed unexpectedly.', { error });
        response.destroy();
      });
    });
  });
  server.keepAliveTimeout = 30_000;
  server.on('upgrade', (request, socket, head) => live.upgrade(request, socket, head));
  const endRetention = startEventRetention();
  const endUpkeep = database.isEmbedded ? startUpkeep(database) : () => undefined;
  // Another PostgreSQL has its own disk, and reports that it is full by errors.
  const endSpaceWatch = database.isEmbedded
    ? await watchFreeSpace(folder, env.minFreeMegabytes)
    : () => undefined;
  const endSharing = env.redisUrl === null ? () => undefined : shareAttempts(env.redisUrl);
  stopOnSignal(async (signal) => {
    process.stdout.write('\nStopping …\n');
    log.info('The server stops.', { signal });
    // No drain at Ctrl-C, where a person is waiting; SIGTERM comes from service managers behind a proxy.
    await draining.during(signal === 'SIGTERM' ? env.drain : 0);
    endUpkeep();
    endRetention();
    endSpaceWatch();
    const closing = async () => {
      const closed = stopListening(server, drainTimeout);
      // The last requests publish their changes before the connection to other processes ends.
      await draining.whenIdle(drainTimeout);
      await live.stop();
      endSharing();
      await closed;
      endMail();
      await endPasswordCheck();
      await closeComputing();
      await forgetRunning(folder);
      await pages.close();
      await closeDb();
    };
    // With a hung database the closing would never end.
    const isClosed = await inTime(closing(), closingTimeout);
    flushFaults();
    await database.stop();
    if (!isClosed) {
      await forgetRunning(folder);
      throw new Error(
        'Something did not come to its end in time, and was cut off. What was saved is kept.',
      );
    }
  });
  const port = await listen(server, env.host, env.port);
  process.env.PORT = String(port);
  const host = env.host.includes(':') ? `[${env.host.replace(/^\[|\]$/g, '')}]` : env.host;
  const address = env.publicUrl ?? `http://${host}:${port}`;
  const databaseUrl = env.databaseUrl === null ? database.databaseUrl : null;
  await noteRunning(folder, { pid: process.pid, address, databaseUrl });
  process.stdout.write(
    `${entry(address)}Parallax is at ${address} (version ${version}; Ctrl-C stops it)\n`,
  );
  log.info('The server has started.', { address, version, node: process.version });
}
