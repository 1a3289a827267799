import { ended, message, readEnded, typeOf } from './database-messages';
import type { Message } from './database-messages';

const [parse, bind, describe, close] = ['P', 'B', 'D', 'C'].map(typeOf);
const statement = typeOf('S');

let count = 0;

/**
 * Keeps the prepared statements of connections apart that share one session: each name a client
 * gives becomes one that nobody else has. Portals need none of it, for they end with their
 * transaction, and a connection has the database to itself for as long.
 */
export class StatementNames {
  readonly #ours = new Map<string, string>();

  /** The message as the database is to read it. */
  translate({ type, bytes }: Message): Buffer {
    if (type === parse) return this.#renamed('P', bytes, 5);
    if (type === bind) return this.#renamed('B', bytes, readEnded(bytes, 5).next);
    if ((type === describe || type === close) && bytes[5] === statement)
      return this.#renamed(type === close ? 'C' : 'D', bytes, 6);
    return bytes;
  }

  /** What closes every statement that the connection prepared. */
  closeAll(): Buffer {
    const names = [...this.#ours.values()];
    this.#ours.clear();
    return Buffer.concat(names.map((name) => message('C', ended(`S${name}`))));
  }

  #renamed(type: string, bytes: Buffer, at: number): Buffer {
    const { text: name, next } = readEnded(bytes, at);
    if (name === '') return bytes;
    let ours = this.#ours.get(name);
    if (ours === undefined) this.#ours.set(name, (ours = `statement_${++count}`));
    return message(type, bytes.subarray(5, at), ended(ours), bytes.subarray(next));
  }
}
