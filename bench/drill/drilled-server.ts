import { findRunning } from '@/server/process/data-folder';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import type { RunningServer } from '@/tests/harness/running-server';
import { aDataFolder, startServer } from '@/tests/harness/running-server';
import { databaseProcess } from '@/tests/harness/database-process';

/**
 * The timeout for the server to notice that its database hangs and to replace it, in milliseconds.
 */
const timeout = 60_000;
const endless =
  'SELECT count(*) FROM generate_series(1, 9999) a, generate_series(1, 9999) b, generate_series(1, 9999) c';

/** The server of a drill: the real one, killed and started again on the same data. */
export class DrilledServer {
  private stopped: number | null = null;

  private constructor(
    private server: RunningServer,
    private readonly databaseUrl: string | null,
  ) {}

  /** `folder`: where the embedded database is kept; null for a temporary one. */
  static async start(databaseUrl: string | null, folder: string | null): Promise<DrilledServer> {
    const dataFolder = await aDataFolder(folder ?? undefined);
    return new DrilledServer(await begin(dataFolder, databaseUrl), databaseUrl);
  }

  get address(): string {
    return this.server.address;
  }

  get dataFolder(): string {
    return this.server.dataFolder;
  }

  /** Its output since it was last started. */
  output(): string {
    return this.server.output();
  }

  /** Ends the process with SIGKILL. */
  kill(): Promise<void> {
    return this.server.kill();
  }

  async startAgain(): Promise<void> {
    this.server = await begin(this.dataFolder, this.databaseUrl);
  }

  /** Ends the process of the embedded database; the server restarts it by itself. */
  killDatabase(): void {
    const pid = databaseProcess(this.server.pid);
    // It may still be restarting from the time before.
    if (pid !== null) process.kill(pid, 'SIGKILL');
  }

  /** Stops the process of the embedded database, as an overloaded machine does. */
  stopDatabase(): void {
    this.stopped = databaseProcess(this.server.pid);
    if (this.stopped !== null) process.kill(this.stopped, 'SIGSTOP');
  }

  /** Waits until the server has replaced the stopped process. */
  async untilDatabaseReplaced(): Promise<void> {
    const until = performance.now() + timeout;
    for (;;) {
      const there = databaseProcess(this.server.pid);
      if (there !== null && there !== this.stopped) return;
      if (performance.now() > until) throw new Error('A hung database was not replaced.');
      await wait(50);
    }
  }

  /** Sends the embedded database an endless statement, and waits until it is executing it. */
  async spinDatabase(): Promise<void> {
    const running = await findRunning(this.dataFolder);
    const client = new Client({ connectionString: running?.databaseUrl ?? '' });
    client.on('error', () => undefined);
    // It may still be restarting from the time before; then there is nothing that could spin.
    await client.connect().catch(() => undefined);
    client.query(endless).catch(() => undefined);
    await wait(200);
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }
}

function begin(dataFolder: string, databaseUrl: string | null): Promise<RunningServer> {
  const env = databaseUrl === null ? {} : { DATABASE_URL: databaseUrl };
  return startServer({ dataFolder, env });
}
