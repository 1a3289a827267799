import { typeOf } from './database-messages';

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
