/** A message of PostgreSQL's protocol: its type as a character code, and all of its bytes. */
export type Message = { type: number; bytes: Buffer };

/** The character code of a message type. */
export const typeOf = (letter: string): number => letter.charCodeAt(0);

/** The maximum length of a message in bytes; an article's text has about a thousandth of it. */
const maxMessageBytes = 256 * 1024 * 1024;

/** A client that uses another protocol, or sends invalid messages. */
export class ProtocolProblem extends Error {
  override readonly name = 'ProtocolProblem';
}

/** Splits a stream into messages. The start-up packet has no type; `first` returns it. */
export class MessageReader {
  #chunks: Buffer[] = [];
  #length = 0;

  push(chunk: Buffer): void {
    if (chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  /** The start-up packet without its length; null while it is incomplete. */
  first(): Buffer | null {
    const bytes = this.#take(0, 10_000);
    return bytes?.subarray(4) ?? null;
  }

  /** The next message; null while it is incomplete. */
  next(): Message | null {
    const bytes = this.#take(1, maxMessageBytes);
    return bytes === null ? null : { type: bytes[0] ?? 0, bytes };
  }

  #take(before: number, limit: number): Buffer | null {
    if (this.#length < before + 4) return null;
    let head = this.#chunks[0] ?? Buffer.alloc(0);
    if (head.length < before + 4) head = this.#joined();
    const length = head.readUInt32BE(before);
    if (length < 4 || length > limit) throw new ProtocolProblem(`A message of ${length} bytes.`);
    const end = before + length;
    if (this.#length < end) return null;
    if (head.length < end) head = this.#joined();
    this.#length -= end;
    const rest = head.subarray(end);
    if (rest.length > 0) this.#chunks[0] = rest;
    else this.#chunks.shift();
    return head.subarray(0, end);
  }

  #joined(): Buffer {
    const whole = Buffer.concat(this.#chunks);
    this.#chunks = [whole];
    return whole;
  }
}

/** A message of this type with these bytes as body. */
export function message(letter: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(5);
  head.writeUInt8(typeOf(letter));
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** A zero-terminated string. */
export const ended = (text: string): Buffer => Buffer.from(`${text}\0`);

/** The zero-terminated string at `from`, and the offset after it. */
export function readEnded(bytes: Buffer, from: number): { text: string; next: number } {
  const end = bytes.indexOf(0, from);
  if (end < 0) throw new ProtocolProblem('A text without an end.');
  return { text: bytes.toString('utf8', from, end), next: end + 1 };
}

/** A FATAL error message with an SQLSTATE code. */
export function fatal(code: string, reason: string): Buffer {
  const fields = ['SFATAL', 'VFATAL', `C${code}`, `M${reason}`].map(ended);
  return message('E', ...fields, Buffer.from([0]));
}

/** The transaction state after an answer: outside (I), inside (T), inside a failed one (E). */
type TransactionState = 'I' | 'T' | 'E';

const readyForQuery = typeOf('Z');
const ends = ['C', 'I', 's', 'E'].map(typeOf);

/** An answer of the database, in pieces that may split its messages anywhere. */
export class Answer {
  readonly pieces: Buffer[] = [];
  /** From the ReadyForQuery at its end; null without one (after `Flush`). */
  state: TransactionState | null = null;
  /** Whether it contains the end of a statement, with success or an error. */
  hasOutcome = false;
  #head = Buffer.alloc(6);
  #headLength = 0;
  #skip = 0;

  /** Stores a copy, since the database reuses the memory. */
  push(piece: Uint8Array): void {
    const bytes = Buffer.from(piece);
    this.pieces.push(bytes);
    let at = 0;
    while (at < bytes.length) {
      const skipped = Math.min(this.#skip, bytes.length - at);
      this.#skip -= skipped;
      at += skipped;
      while (at < bytes.length && this.#skip === 0 && this.#headLength < 5)
        this.#head[this.#headLength++] = bytes[at++] ?? 0;
      if (this.#headLength === 5) at += this.#readHead(bytes, at);
    }
  }

  /** Reads a message's header; returns how many bytes of its body were read with it. */
  #readHead(bytes: Buffer, at: number): number {
    const [type] = this.#head;
    if (type === readyForQuery) {
      if (at >= bytes.length) return 0;
      this.state = String.fromCharCode(bytes[at] ?? 0) as TransactionState;
      this.#headLength = 0;
      return 1;
    }
    if (ends.includes(type ?? 0)) this.hasOutcome = true;
    this.#skip = this.#head.readUInt32BE(1) - 4;
    this.#headLength = 0;
    return 0;
  }
}
