import type { LineFault } from './line-door';
import { lineFaults } from './line-door';
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import type { Visitor } from '@/lib/access/visitor';
import type { LineLimits } from './line-limits';
import { timeToIdentify } from './line-limits';
import type { Verdict } from './line-guard';
import { LineGuard } from './line-guard';

/** How often a line is asked whether it is still there; one that does not answer is cut. */
const beat = 30_000;

/** How long a line may be in no room. */
const maxIdle = 30_000;

/** What is said over a line, for those who listen to it. */
export type PageMessageVerdict = Extract<Verdict, { message: unknown }>;

/**
 * One open socket, in the form that Hocuspocus takes for one: it hears only what the guard lets
 * through. It looks after itself: who does not answer, or stays in no room, is let go.
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
    /** Who came in by cookie or header; null for those who are to show it room by room. */
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
    // A frame over the limit of the socket, or a broken one: ws closes it by itself.
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

  /** Bytes that the other side has not taken yet. */
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

  /** From now on the line is this person's, too; false where they have too many, and it ends. */
  identify(userId: string): boolean {
    if (this.limits.admit(this, userId, Date.now())) return true;
    this.end(lineFaults.tooManyLines);
    return false;
  }

  /** Ends the line and says why; nothing more is read from it. */
  end({ code, reason }: LineFault): void {
    if (code === lineFaults.tooMany.code) this.socket.pause();
    this.socket.close(code, reason);
    // One who does not take the farewell is cut off.
    setTimeout(() => this.socket.terminate(), 2_000).unref();
  }

  /** The line has come into one more room, or left one. */
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
