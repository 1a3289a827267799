import {
  createDecoder,
  readVarString,
  readVarUint,
  readVarUint8Array,
  type Decoder,
} from 'lib0/decoding';
import {
  createEncoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding';
import { decodeUpdate } from 'yjs';
import { z } from 'zod';

/** The frame types of Hocuspocus 3, by their numbers on the wire. */
export const frameKinds = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  stateless: 5,
  close: 7,
} as const;

/** A frame with its header decoded: channel, type, and a decoder for the rest. */
export type WireFrame = { channel: string; kind: number; rest: Decoder };

/** Decodes the header of a frame; null if it cannot be read. */
export function readFrame(data: Uint8Array): WireFrame | null {
  try {
    const rest = createDecoder(data);
    return { channel: readVarString(rest), kind: readVarUint(rest), rest };
  } catch {
    return null;
  }
}

/** What a sync frame contains: a request, an empty update or a text; 'garbage' if it cannot be read. */
export function syncOf({ rest }: WireFrame): 'question' | 'nothing' | 'text' | 'garbage' {
  try {
    const step = readVarUint(rest);
    const bytes = readVarUint8Array(rest);
    if (step === 0) return 'question';
    if (step !== 1 && step !== 2) return 'garbage';
    const { structs, ds } = decodeUpdate(bytes);
    return structs.length === 0 && ds.clients.size === 0 ? 'nothing' : 'text';
  } catch {
    return 'garbage';
  }
}

/** The text of a stateless frame or the token of an auth frame; null if it cannot be read. */
export function payloadOf({ kind, rest }: WireFrame): string | null {
  try {
    if (kind === frameKinds.auth) readVarUint(rest);
    return readVarString(rest);
  } catch {
    return null;
  }
}

type Entry = { client: number; clock: number; state: string };

const known = z.object({ user: z.object({ userId: z.string() }) });

/** The maximum length of one awareness state, in UTF-16 code units. */
const maxLength = 8_000;

function entriesOf({ rest }: WireFrame): Entry[] {
  const update = createDecoder(readVarUint8Array(rest));
  const count = readVarUint(update);
  const entries: Entry[] = [];
  for (let at = 0; at < count && at < 1000; at++) {
    const [client, clock] = [readVarUint(update), readVarUint(update)];
    entries.push({ client, clock, state: readVarString(update) });
  }
  return entries;
}

function encoded(channel: string, entries: readonly Entry[]): Uint8Array {
  const update = createEncoder();
  writeVarUint(update, entries.length);
  for (const { client, clock, state } of entries) {
    writeVarUint(update, client);
    writeVarUint(update, clock);
    writeVarString(update, state);
  }
  const frame = createEncoder();
  writeVarString(frame, channel);
  writeVarUint(frame, frameKinds.awareness);
  writeVarUint8Array(frame, toUint8Array(update));
  return toUint8Array(frame);
}

/**
 * The part of an awareness frame that its sender may publish: their own states. Browsers also send back
 * the states of others, which are left out, so that nobody can act in another's name. Returns null if
 * nothing is left, 'garbage' if the frame cannot be read.
 *
 * @param clients - the Yjs client ids of this connection; new ones are added, up to 20
 */
export function ownAwareness(
  frame: WireFrame,
  userId: string,
  clients: Set<number>,
): Uint8Array | null | 'garbage' {
  try {
    const own = entriesOf(frame).filter(({ client, state }) => {
      if (state.length > maxLength) return false;
      const parsedState: unknown = JSON.parse(state);
      if (parsedState === null) return clients.has(client);
      const named = known.safeParse(parsedState);
      if (!named.success || named.data.user.userId !== userId) return false;
      if (clients.size < 20) clients.add(client);
      return clients.has(client);
    });
    return own.length === 0 ? null : encoded(frame.channel, own);
  } catch {
    return 'garbage';
  }
}
