import type { Socket } from 'node:net';
import type { Answer, Message } from './database-messages';
import { MessageReader, ProtocolProblem, fatal, typeOf } from './database-messages';
import type { Client, DatabaseSession, Turns } from './database-session';
import {
  StatementNames,
  dropsUnnamed,
  endsUnit,
  isUnfinished,
  needsUnnamed,
  preparesUnnamed,
  wantsOutcome,
  withoutCopyIn,
} from './statements';

/** Bytes of queued messages above which a client's socket is paused. */
const maxQueuedBytes = 1024 * 1024;
/** How long a transaction may be idle while other clients wait, in milliseconds. */
const idleTransactionTimeout = 90_000;
/** PostgreSQL's error code for a crashed server, after which clients may retry. */
const crashed = '57P02';
const terminate = typeOf('X');
const [protocol3, cancelRequest, sslRequest, gssRequest] = [
  196_608, 80_877_102, 80_877_103, 80_877_104,
];

/** The connection of one client of the embedded database. */
export class DatabaseConnection implements Client {
  readonly #socket: Socket;
  readonly #session: DatabaseSession;
  readonly #turns: Turns;
  readonly #onBroken: (thrown: unknown) => void;
  readonly #reader = new MessageReader();
  readonly #names = new StatementNames();
  readonly #units: Message[][] = [];
  #unit: Message[] = [];
  #unitBytes = 0;
  #unnamed: Buffer | null = null;
  #life: 'new' | 'greeted' | 'open' | 'left' | 'over' = 'new';
  #idleTimer: NodeJS.Timeout | undefined;

  constructor(
    socket: Socket,
    session: DatabaseSession,
    turns: Turns,
    onBroken: (thrown: unknown) => void,
  ) {
    this.#socket = socket;
    this.#session = session;
    this.#turns = turns;
    this.#onBroken = onBroken;
    socket.on('data', (chunk: Buffer) => this.#read(chunk));
    socket.on('drain', () => turns.enqueue(this));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#leave());
  }

  get isReady(): boolean {
    if (this.#life === 'left') return true;
    return this.#life === 'open' && this.#units.length > 0 && !this.#socket.writableNeedDrain;
  }

  async turn(): Promise<boolean> {
    clearTimeout(this.#idleTimer);
    try {
      if (this.#life === 'left') {
        this.#life = 'over';
        await this.#session.clearUp(this.#names.closeAll());
        return false;
      }
      const unit = this.#units.shift() ?? [];
      this.#unitBytes -= sizeOf(unit);
      if (this.#socket.isPaused() && this.#units.length === 0) this.#socket.resume();
      const answer = await this.#request(unit);
      this.#send(answer);
      const keeps = isUnfinished(unit) || answer.state !== 'I';
      if (keeps && !this.isReady) this.#waitForMore();
      return keeps;
    } catch (thrown) {
      const wasOpen = this.#life === 'open';
      this.#dismiss(crashed, 'The embedded database failed; nothing more was done.');
      this.#onBroken(thrown);
      // Holds the database until the clean-up, so that nobody gets into this client's transaction.
      return wasOpen;
    }
  }

  async #request(unit: Message[]): Promise<Answer> {
    if (this.#session.unnamedBy !== this && this.#unnamed !== null) {
      const first = unit.find((one) => preparesUnnamed(one) || needsUnnamed(one));
      // Another client has replaced it. The answer to preparing it again was sent before.
      if (first && needsUnnamed(first)) await this.#session.send(this.#unnamed);
    }
    for (const one of unit) {
      if (dropsUnnamed(one)) this.#session.unnamedBy = null;
      if (!preparesUnnamed(one) && !needsUnnamed(one)) continue;
      this.#session.unnamedBy = this;
      if (preparesUnnamed(one)) this.#unnamed = one.bytes;
    }
    const answer = await this.#session.send(
      Buffer.concat(unit.map((one) => this.#names.translate(withoutCopyIn(one)))),
    );
    const isCut = answer.state === null && !isUnfinished(unit);
    if (isCut || (answer.state === 'I' && wantsOutcome(unit) && !answer.hasOutcome))
      throw new Error('It broke off in an answer, as it does where its log finds no room.');
    return answer;
  }

  #send({ pieces }: Answer): void {
    this.#socket.cork();
    for (const piece of pieces) this.#socket.write(piece);
    this.#socket.uncork();
  }

  #waitForMore(): void {
    this.#idleTimer = setTimeout(() => {
      if (!this.#turns.isCrowded) return this.#waitForMore();
      this.#dismiss('25P03', 'A transaction did nothing for too long.');
    }, idleTransactionTimeout).unref();
  }

  #read(chunk: Buffer): void {
    this.#reader.push(chunk);
    try {
      while (this.#life === 'new' && this.#open());
      if (this.#life === 'open') this.#collect();
    } catch (thrown) {
      if (!(thrown instanceof ProtocolProblem)) throw thrown;
      this.#dismiss('08P01', thrown.message);
    }
    this.#turns.enqueue(this);
  }

  /** Reads a start-up packet; returns whether another may follow. */
  #open(): boolean {
    const packet = this.#reader.first();
    if (packet === null) return false;
    const code = packet.length < 4 ? 0 : packet.readUInt32BE();
    if (code === sslRequest || code === gssRequest) return this.#socket.write('N');
    if (code === cancelRequest) this.#socket.end();
    else if (code !== protocol3) throw new ProtocolProblem('Only protocol 3.0 is supported.');
    else {
      this.#life = 'greeted';
      this.#session.greeting().then(
        (greeting) => this.#enter(greeting),
        (thrown: unknown) => {
          this.#dismiss(crashed, 'The embedded database failed.');
          this.#onBroken(thrown);
        },
      );
    }
    return false;
  }

  #enter(greeting: Buffer): void {
    if (this.#life !== 'greeted') return;
    this.#socket.write(greeting);
    this.#life = 'open';
    this.#read(Buffer.alloc(0));
  }

  /** Disconnects the client with an error. */
  #dismiss(code: string, reason: string): void {
    this.#socket.end(fatal(code, reason));
    this.#socket.destroySoon();
    this.#units.length = 0;
    this.#leave();
  }

  #collect(): void {
    for (let one = this.#reader.next(); one !== null; one = this.#reader.next()) {
      if (one.type === terminate) return void this.#socket.end();
      this.#unit.push(one);
      if (!endsUnit(one.type)) continue;
      this.#units.push(this.#unit);
      this.#unitBytes += sizeOf(this.#unit);
      this.#unit = [];
    }
    if (this.#units.length > 0 && this.#unitBytes > maxQueuedBytes) this.#socket.pause();
  }

  #leave(): void {
    clearTimeout(this.#idleTimer);
    if (this.#life === 'open') this.#life = 'left';
    else if (this.#life !== 'left') this.#life = 'over';
    this.#turns.enqueue(this);
  }
}

const sizeOf = (unit: readonly Message[]): number =>
  unit.reduce((sum, { bytes }) => sum + bytes.length, 0);
