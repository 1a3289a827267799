import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import type { Visitor } from '@/lib/access/visitor';
import type { LineFault } from './line-door';
import { lineFaults } from './line-door';
import type { Verdict } from './line-guard';
import { LineGuard } from './line-guard';
import type { LineLimits } from './line-limits';
import { timeToIdentify } from './line-limits';

/** Interval of pings, in milliseconds; a connection that does not answer one is terminated. */
const beat = 30_000;

/** How long a connection may be without a channel, in milliseconds. */
const maxIdle = 30_000;

/** A message of a page, as the guard passes it on. */
export type PageMessageVerdict = Extract<Verdict, { message: unknown }>;

/**
 * One live connection: a socket in the form that Hocuspocus takes, which emits only the frames that the
 * guard passes. It closes itself if it does not answer pings, does not authenticate or has no channel.
 */
export class Line extends EventEmitter {
  readonly id = randomUUID();
  readonly guard = new LineGuard(Date.now());
  private channelCount = 0;
  private isAlive = true;
  private idle: NodeJS.Timeout;
  private readonly beats: NodeJS.Timeout;
  private readonly naming: NodeJS.Timeout;

  constructor(
    private readonly socket: WebSocket,
    /** The visitor by cookie or header; null for connections that authenticate for each channel. */
    readonly visitor: Visitor | null,
    private readonly onPageMessage: (line: Line, verdict: PageMessageVerdict) => void,
    private readonly limits: LineLimits,
  ) {
    super();
    this.setMaxListeners(0);
    this.naming = setTimeout(() => {
      if (limits.isUnknown(this)) this.end(lineFaults.unnamed);
    }, timeToIdentify);
    this.idle = setTimeout(() => this.end(lineFaults.idle), maxIdle);
    this.beats = setInterval(() => this.beat(), beat);
    socket.on('message', (data: Buffer) => this.handleData(data));
    socket.on('pong', () => {
      this.isAlive = true;
      this.emit('pong');
    });
    // A frame that is too large or broken: ws closes the socket itself.
    socket.on('error', () => undefined);
    socket.once('close', (code: number, reason: Buffer) => {
      clearTimeout(this.naming);
      clearTimeout(this.idle);
      clearInterval(this.beats);
      limits.remove(this);
      this.emit('close', code, reason);
    });
  }

  get readyState(): number {
    return this.socket.readyState;
  }

  /** Bytes that are not sent yet. */
  get backlog(): number {
    return this.socket.bufferedAmount;
  }

  send(data: Uint8Array, done?: (error?: Error) => void): void {
    this.socket.send(data, done);
  }

  ping(): void {
    this.socket.ping();
  }

  close(code?: number, reason?: string): void {
    this.socket.close(code, reason);
  }

  /** Counts the connection for this person; closes it and returns false if the person has too many. */
  identify(userId: string): boolean {
    if (this.limits.admit(this, userId, Date.now())) return true;
    this.end(lineFaults.tooManyLines);
    return false;
  }

  /** Closes the connection with this fault. */
  end({ code, reason }: LineFault): void {
    if (code === lineFaults.tooMany.code) this.socket.pause();
    this.socket.close(code, reason);
    // If the other side does not close in time.
    setTimeout(() => this.socket.terminate(), 2_000).unref();
  }

  /** The connection has joined (1) or left (-1) a channel. */
  countChannels(change: 1 | -1): void {
    this.channelCount += change;
    clearTimeout(this.idle);
    if (this.channelCount <= 0) this.idle = setTimeout(() => this.end(lineFaults.idle), maxIdle);
  }

  private beat(): void {
    if (!this.isAlive) return this.socket.terminate();
    this.isAlive = false;
    this.socket.ping();
  }

  private handleData(data: Buffer): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (!this.limits.take(this, Date.now())) return this.end(lineFaults.tooMany);
    const verdict = this.guard.judge(data, Date.now());
    if ('pass' in verdict) this.emit('message', verdict.pass);
    else if ('message' in verdict) this.onPageMessage(this, verdict);
    else if ('fault' in verdict) this.end(verdict.fault);
  }
}
