import type { OpenDatabase } from '@/server/embedded-postgres/open-database';
import { startUpkeep, startEventRetention, watchFreeSpace } from '@/server/process/upkeep';
import { checkOwner, firstEntry } from '@/server/process/first-entry';
import { LineRequest } from '@/server/live/line-door';
import { openMail } from '@/server/process/mail';
import { measureProcess } from '@/server/process/metrics';
import { forgetRunning, noteRunning } from '@/server/process/data-folder';
import { openPasswordCheck } from '@/server/compute/password-check';
import { shareAttempts } from '@/server/process/shared-attempts';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import next from 'next';
import { log, flushFaults } from '@/lib/access/log';
import { version } from '@/lib/access/version';
import { closeDb } from '@/lib/db';
import type { Env } from '@/lib/env';
import { inRequest } from '@/lib/access/request-context';
import { frontDoor } from '@/server/http/front-door';
import { listen, stopListening, Draining, stopOnSignal } from '@/server/http/listen';
import { sessionCookie } from '@/app/_gate/session-cookie';
import { visitorOfCookie } from '@/app/_gate/visitor';
import { openLiveServer } from './live/live-server';
import { migrate } from '@/server/migrations/migrate';
import { requestObserver, routePatterns } from '@/server/http/observe-request';
import { openComputing } from './compute/open-computing';

/** How long requests under way may take to end when the server stops. */
const drainTimeout = 4_000;
/** How long everything but the database may take to end; the database then has 2 seconds or more. */
const closingTimeout = 6_000;

/** Whether the work came to its end within so many milliseconds; it goes on where not. */
async function inTime(work: Promise<void>, milliseconds: number): Promise<boolean> {
  const timeout = wait(milliseconds, false, { ref: false });
  return Promise.race([work.then(() => true), timeout]);
}

async function openPages(env: Env) {
  // A server of its own, never opened, for Next to listen on for upgrades: on ours it would cut off
  // every client that offers one, such as Java’s, which asks for h2c.
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

/** next-auth reads its settings from the environment, and so do the pages. */
function setEnvironment(env: Env, secret: string): void {
  process.env.NEXTAUTH_SECRET = secret;
  if (env.publicUrl !== null) process.env.NEXTAUTH_URL = env.publicUrl;
  // On loopback: whichever of its names the browser uses. The front door lets in no other.
  else process.env.AUTH_TRUST_HOST = 'true';
}

/**
 * Serves pages, API and live line until a signal ends it. `folder` is the data folder, `secret` signs
 * sessions, `opening` is the database, which may still be on its way.
 */
export async function serve(
  env: Env,
  { folder, secret, opening }: { folder: string; secret: string; opening: Promise<OpenDatabase> },
): Promise<void> {
  checkOwner(env.owner);
  setEnvironment(env, secret);
  const pagesSoon = openPages(env);
  // Told when it is waited for, after the database.
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
  // A PostgreSQL elsewhere has a disk of its own, of which its errors tell.
  const endSpaceWatch = database.isEmbedded
    ? await watchFreeSpace(folder, env.minFreeMegabytes)
    : () => undefined;
  const endSharing = env.redisUrl === null ? () => undefined : shareAttempts(env.redisUrl);
  stopOnSignal(async (signal) => {
    process.stdout.write('\nStopping …\n');
    log.info('The server stops.', { signal });
    // At Ctrl-C somebody waits; a proxy is told only by those who stop many.
    await draining.during(signal === 'SIGTERM' ? env.drain : 0);
    endUpkeep();
    endRetention();
    endSpaceWatch();
    const closing = async () => {
      const closed = stopListening(server, drainTimeout);
      // What the last requests do is told to the other processes before the line to them ends.
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
    // Whatever waits for a database that hangs would wait for ever.
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
