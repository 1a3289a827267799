/** One message of PostgreSQL's protocol: its type, as a character's code, and all of its bytes. */
export type Message = { type: number; bytes: Buffer };

/** The code of a message's type. */
export const typeOf = (letter: string): number => letter.charCodeAt(0);

/** No message may be longer; an article's text is a thousandth of it. */
const maxMessageBytes = 256 * 1024 * 1024;

/** Something that speaks another protocol, or nonsense. */
export class ProtocolProblem extends Error {
  override readonly name = 'ProtocolProblem';
}

/** Cuts a stream into messages. The very first one has no type; `first` answers it. */
export class MessageReader {
  #chunks: Buffer[] = [];
  #length = 0;

  push(chunk: Buffer): void {
    if (chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  /** The opening packet without its length, once it is there. */
  first(): Buffer | null {
    const bytes = this.#take(0, 10_000);
    return bytes?.subarray(4) ?? null;
  }

  /** The next whole message, once it is there. */
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

/** A message of that type around these bytes. */
export function message(letter: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(5);
  head.writeUInt8(typeOf(letter));
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** Text as the protocol ends it. */
export const ended = (text: string): Buffer => Buffer.from(`${text}\0`);

/** The text that begins at `from`, and where the next thing after it begins. */
export function readEnded(bytes: Buffer, from: number): { text: string; next: number } {
  const end = bytes.indexOf(0, from);
  if (end < 0) throw new ProtocolProblem('A text without an end.');
  return { text: bytes.toString('utf8', from, end), next: end + 1 };
}

/** Says that the connection is over, and why. */
export function fatal(code: string, reason: string): Buffer {
  const fields = ['SFATAL', 'VFATAL', `C${code}`, `M${reason}`].map(ended);
  return message('E', ...fields, Buffer.from([0]));
}

/** How a connection stands after an answer: outside a transaction, inside one, inside a failed one. */
export type TransactionState = 'I' | 'T' | 'E';

const readyForQuery = typeOf('Z');
const ends = ['C', 'I', 's', 'E'].map(typeOf);

/** An answer of the database as it comes, in pieces that may cut its messages anywhere. */
export class Answer {
  readonly pieces: Buffer[] = [];
  /** Told at its end; null when it has no end (after `Flush`). */
  state: TransactionState | null = null;
  /** Whether a statement came to its end in it, well or with an error. */
  hasOutcome = false;
  #head = Buffer.alloc(6);
  #headLength = 0;
  #skip = 0;

  /** Keeps a copy: the database uses the memory again. */
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

  /** Reads a message's head; answers how many bytes of its body were read with it. */
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
