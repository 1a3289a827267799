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

/** The kinds of frames that Hocuspocus 3 knows, by their numbers on the wire. */
export const frameKinds = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  stateless: 5,
  close: 7,
} as const;

/** A frame as far as its head: whose room, what kind, and the rest to be read on. */
export type WireFrame = { channel: string; kind: number; rest: Decoder };

/** Reads the head of a frame; null for garbage. */
export function readFrame(data: Uint8Array): WireFrame | null {
  try {
    const rest = createDecoder(data);
    return { channel: readVarString(rest), kind: readVarUint(rest), rest };
  } catch {
    return null;
  }
}

/** What a sync frame asks or brings; 'garbage' where it cannot be read. */
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

/** The words of a stateless frame, or the token of an auth frame; null where they cannot be read. */
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

/** More than any caret and selection needs, in UTF-16 code units. */
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
 * What of an awareness frame its sender may say: where they themselves are. Browsers send back what
 * they hear of others, and nobody may put words into others’ mouths, so all else is left out.
 * `clients` are the numbers under which this line has spoken; it grows. null: nothing is left;
 * 'garbage' where the frame cannot be read.
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
