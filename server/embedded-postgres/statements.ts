import type { Message } from './database-messages';
import { ended, message, readEnded, typeOf } from './database-messages';

const [query, parse, bind, describe, close, execute, syncing, flush, call, statement] = [
  ...'QPBDCESHFS',
].map(typeOf);

const whole = new Set([query, syncing, flush, call]);

/** Whether this message completes a unit, which the database can execute and answer. */
export const endsUnit = (type: number): boolean => whole.has(type);

/** Whether a unit ends with `Flush`: more of it follows, so no other client may come between. */
export const isUnfinished = (unit: readonly Message[]): boolean => unit.at(-1)?.type === flush;

/** Whether the answer must contain the end of a statement. */
export const wantsOutcome = (unit: readonly Message[]): boolean =>
  unit.some(({ type }) => type === query || type === execute);

/** Whether the message prepares the unnamed statement. */
export const preparesUnnamed = ({ type, bytes }: Message): boolean =>
  type === parse && bytes[5] === 0;

/** Whether the message drops the unnamed statement. */
export const dropsUnnamed = ({ type }: Message): boolean => type === query;

/** Whether the message uses the unnamed statement. */
export function needsUnnamed({ type, bytes }: Message): boolean {
  if (type === bind) return bytes[readEnded(bytes, 5).next] === 0;
  return type === describe && bytes[5] === statement && bytes[6] === 0;
}

const copiesIn = /(^|;)\s*copy\b[^;]*\bfrom\s+stdin\b/i;
const refusal = `DO $$ BEGIN RAISE EXCEPTION
  'The embedded database cannot COPY FROM STDIN. Use INSERT, or a PostgreSQL of your own.'
  USING ERRCODE = 'feature_not_supported'; END $$`;

/**
 * The message, or for `COPY … FROM STDIN` one that fails with a sentence: PGlite does not wait for the
 * data, takes its absence for the end of the client, and exits.
 */
export function withoutCopyIn(given: Message): Message {
  const { type, bytes } = given;
  if (type !== query && type !== parse) return given;
  const at = type === parse ? readEnded(bytes, 5).next : 5;
  const { text, next } = readEnded(bytes, at);
  if (!copiesIn.test(text)) return given;
  const parts = [bytes.subarray(5, at), Buffer.from(`${refusal}\0`), bytes.subarray(next)];
  return { type, bytes: message(String.fromCharCode(type), ...parts) };
}

let count = 0;

/**
 * Separates the prepared statements of connections that share one session: each name of a client is
 * replaced by a unique one. Portals need no renaming: they end with their transaction, during which the
 * database is reserved for the connection.
 */
export class StatementNames {
  readonly #ours = new Map<string, string>();

  /** The message with statement names replaced. */
  translate({ type, bytes }: Message): Buffer {
    if (type === parse) return this.#renamed('P', bytes, 5);
    if (type === bind) return this.#renamed('B', bytes, readEnded(bytes, 5).next);
    if ((type === describe || type === close) && bytes[5] === statement)
      return this.#renamed(type === close ? 'C' : 'D', bytes, 6);
    return bytes;
  }

  /** The messages that close every statement of the connection. */
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
