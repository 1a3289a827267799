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
