import {
  Doc,
  applyUpdate,
  decodeSnapshotV2,
  encodeSnapshotV2,
  encodeStateAsUpdate,
  equalSnapshots,
  snapshot,
  snapshotContainsUpdate,
} from 'yjs';
import type { Computation } from '@/lib/compute/computation';

/**
 * The most bytes that the state of a shared text may have: three times the longest article, for what
 * was taken out leaves a trace.
 */
export const maxStateBytes = 6 * 1024 * 1024;

/** The most bytes of a request that brings a state, which is a third longer in Base64. */
export const maxStateBodyBytes = 9 * 1024 * 1024;

/**
 * A document that holds what all of these states (Yjs updates) hold, in whatever order they come;
 * null where one is no such update, or builds upon something that none of them has.
 */
export function documentOf(...states: Uint8Array[]): Doc | null {
  const document = new Doc();
  try {
    for (const state of states) applyUpdate(document, state);
  } catch {
    return null;
  }
  const { pendingStructs, pendingDs } = document.store;
  return pendingStructs === null && pendingDs === null ? document : null;
}

/** All of a document as one state. */
export function stateOf(document: Doc): Uint8Array<ArrayBuffer> {
  return new Uint8Array(encodeStateAsUpdate(document));
}

/** Whether two states, or none, are the same to the byte. */
export function isSameBytes(one: Uint8Array | null, other: Uint8Array | null): boolean {
  if (one === null || other === null) return one === other;
  return one.byteLength === other.byteLength && Buffer.compare(one, other) === 0;
}

/** Whether the same was written and taken out in two documents. */
export function isSameState(one: Doc, other: Doc): boolean {
  return equalSnapshots(snapshot(one), snapshot(other));
}

/** What somebody needs to know of a document in order to tell whether it holds all of theirs; small. */
export function snapshotOf(document: Doc): Uint8Array {
  return encodeSnapshotV2(snapshot(document));
}

/** Marks a state for the pool, since large ones take a while; null for what is none. */
export const snapshotComputation: Computation<Uint8Array, Uint8Array | null> = {
  name: 'access/snapshot-state',
  subject: 'Reading this text',
  advice: 'Please try again.',
  maxMilliseconds: 30_000,
  run: async (state) => {
    const document = documentOf(state);
    return document && snapshotOf(document);
  },
};

/** Whether the document that a mark was made of holds all that this one holds; false for no mark of ours. */
export function holdsAll(encoded: Uint8Array, document: Doc): boolean {
  try {
    return snapshotContainsUpdate(decodeSnapshotV2(encoded), encodeStateAsUpdate(document));
  } catch {
    return false;
  }
}
